import logging

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from audit import chain, guard, tasks
from audit.models import Event, Seal


def test_a_whole_log_is_told_with_its_head(
    sealed: list[Event], capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("verify_audit")

    assert capsys.readouterr().out == f"Loggen är hel. Kedjans huvud: {chain.head()}\n"


def test_tampering_ends_in_status_one_and_plain_words(
    sealed: list[Event], capsys: pytest.CaptureFixture[str]
) -> None:
    guard.unlock(connection)
    sealed[1].delete()
    guard.lock(connection)

    with pytest.raises(CommandError, match="1 fel") as stop:
        call_command("verify_audit")
    assert stop.value.returncode == 1
    assert "har tagits bort ur loggen" in capsys.readouterr().err


def test_a_published_head_can_be_given(sealed: list[Event]) -> None:
    call_command("verify_audit", head=str(chain.head()))

    with pytest.raises(CommandError):
        call_command("verify_audit", head="5:" + "0" * 64)


def test_a_mistyped_head_is_refused_in_words(db: None) -> None:
    with pytest.raises(CommandError, match="nummer:kontrollsumma"):
        call_command("verify_audit", head="femtiofem")


def test_sealing_prints_the_head(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    Event.objects.create(action=Event.Action.READ)

    call_command("seal_audit")

    assert capsys.readouterr().out == f"{chain.head()}\n"


def test_the_task_publishes_the_head_in_the_log(db: None, caplog: pytest.LogCaptureFixture) -> None:
    Event.objects.create(action=Event.Action.READ)

    with caplog.at_level(logging.INFO, "audit.tasks"):
        tasks.seal()

    assert Seal.objects.count() == 1
    assert f"head={chain.head()}" in caplog.text
