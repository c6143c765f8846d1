FROM python:3.11-slim-bookworm

# Pango sets the type of the reports.
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/*

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 \
    DATA_DIR=/data STATIC_ROOT=/app/staticfiles
WORKDIR /app

COPY requirements.txt constraints.txt ./
RUN pip install --disable-pip-version-check -c constraints.txt -r requirements.txt

COPY . .
# These values live in this one step: collecting files needs settings, but no server.
RUN python -m compileall -q . \
    && MODE=production SECRET_KEY=build AUDIT_HASH_KEY=build ALLOWED_HOSTS=build \
       IDENTITY_KEYS="$(head -c 32 /dev/urandom | base64 | tr '+/' '-_')" \
       DATABASE_URL=sqlite:////tmp/build CELERY_BROKER_URL=memory:// DATA_DIR=/tmp/build \
       python manage.py collectstatic --noinput --verbosity 0 \
    && rm -rf /tmp/build

RUN useradd --system --uid 10001 --home-dir /data kvalitet \
    && install --directory --owner kvalitet --mode 0700 /data
USER kvalitet
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
