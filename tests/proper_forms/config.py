"""Signing in, and the password."""

from tests.proper_forms.form import Form

PASSWORD = "ett-langt-losenord"


NEW_PASSWORD = {"old_password": PASSWORD, "new_password1": "ny-och-lang-fras"}


FORMS = [
    Form("login", "-", lambda world: {"username": "eva", "password": PASSWORD}),
    Form(
        "password_change",
        "eva",
        lambda world: NEW_PASSWORD | {"new_password2": NEW_PASSWORD["new_password1"]},
    ),
]
