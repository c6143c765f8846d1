import pytest
from django.db import IntegrityError, transaction

from jobs.models import Job


def test_there_is_one_job_per_subject(job: Job) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(kind=job.kind, subject_id=job.subject_id)


def test_the_same_subject_may_have_jobs_of_two_kinds(job: Job) -> None:
    assert Job.objects.create(kind="another", subject_id=job.subject_id).pk


def test_the_database_refuses_more_than_a_hundred_percent(job: Job) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.update(progress=101)
