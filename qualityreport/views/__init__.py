"""One screen each: scope, form, service, redirect."""
