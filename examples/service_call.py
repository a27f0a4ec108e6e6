#!/usr/bin/env python3
"""A service call, from the customer's e-mail to the invoice, told by a Python host.

    python examples/service_call.py [ENQUIRY.eml] [--out FOLDER] [--live]

Without a mail it takes the one of the Rust example; without --live the company register is
played from recorded answers.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Literal
from uuid import UUID

import callout
from callout import customer, equipment, report, visit

HERE = Path(__file__).resolve().parent / "service_call"
ZONE = "Europe/Prague"


def story(mail: bytes, out: Path, *, live: bool = False) -> None:
    """Play the whole story on a new database in a folder."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("service.db*"):
        old.unlink()
    with callout.open(out / "service.db") as engine:
        company = callout.new_id()
        manager = engine.session(company, callout.Actor.manager(callout.new_id()))
        technician = engine.session(company, callout.Actor.technician(callout.new_id()))
        found(engine, manager, technician.actor.id, live=live)
        kovo, extractor, received = enquiry(engine, manager, mail)
        job, appointment = plan(manager, technician.actor.id, kovo, extractor, received, out)
        sheet = work(technician, job, appointment)
        papers(manager, sheet, out)
        tell("the sheet goes out by itself", manager.deliver(callout.FolderMailer(out / "mail")))
        bill(manager, job, out)
        tell("the invoice goes out", manager.deliver(callout.FolderMailer(out / "mail")))
        for change in manager.timeline.each(context=kovo):
            print(f"{change.at:%H:%M:%S}  {change.role:>10}  {change.noun}.{change.event}")
        proof = manager.verify()
        print(f"{proof.events} events, {proof.streams} streams:", proof.problems or "clean")
        assert proof.clean


def found(engine: callout.Engine, manager: callout.Session, technician: UUID, *, live: bool) -> None:
    """Set the stage: a company with a technician, prices and a register of companies."""
    manager.company.create(
        profile={
            "name": "Servis Modrý Klíč s.r.o.",
            "registration_number": "58100075",
            "vat_id": "CZ58100075",
            "address": customer.Address(
                street="Klíčová 12", city="Praha 3", postal_code="130 00", country="CZ"
            ),
            "email": "servis@modry-klic.example",
            "iban": "CZ65 0800 0000 1920 0014 5399",
        },
        settings={"vat_since": [{"from": date(2009, 5, 1), "registration": "payer"}]},
    )
    manager.technician.create(
        id=technician, name="Karel Vrána", email="vrana@modry-klic.example"
    )
    items = {
        "labour": ("Práce technika", "hour", "890.00"),
        "filter": ("Filtrační vložka", "piece", "1249.90"),
        "km": ("Cestovné", "kilometre", "14.50"),
        "call_out": ("Výjezd", "piece", "690.00"),
    }
    manager.price_list.publish(
        name="Ceník",
        currency="CZK",
        valid_from=datetime.now(timezone.utc).date() - timedelta(days=30),
        items={
            code: {"name": name, "unit": unit, "price": Decimal(price)}
            for code, (name, unit, price) in items.items()
        },
    )
    recorded = [path.read_text(encoding="utf-8") for path in (HERE / "registry").glob("*.json")]
    engine.register_registry(callout.RecordedRegistry(recorded))
    if live:
        engine.register_registry(callout.Ares())


def enquiry(
    engine: callout.Engine, manager: callout.Session, mail: bytes
) -> tuple[UUID, UUID, UUID]:
    """Take the mail in, make its customer from the register, and create the equipment."""
    received = manager.receive(mail)
    tell("the same mail again", manager.receive(mail).events)
    own = callout.toolbox.OwnAddresses(domains=["modry-klic.example"])
    facts = callout.find_facts(mail, own=own)
    entry = None
    for number in facts.registration_numbers:
        try:
            entry = entry or engine.look_up_company(number.value)
        except callout.Error as fault:
            tell("the register cannot help", fault)
    sender = facts.respond_to.address if facts.respond_to else "nobody@unknown.example"
    if entry is not None:
        kovo = manager.customer.create(registry=entry, emails=[sender]).target
    else:
        # A tax document names the seat, which the mail does not tell: asked for by telephone.
        seat = customer.Address(
            street="Nádražní 7", city="Kolín", postal_code="280 02", country="CZ"
        )
        kovo = manager.customer.create(
            kind="person", name=sender, emails=[sender], address=seat
        ).target
    tell("the customer", manager.customer.get(kovo).state.profile.name.value)
    manager.mail.file(received.target, under={"customer": kovo})
    kind = manager.equipment_type.create(
        name="Stroj s filtrací",
        fields=[{"key": "power_kw", "label": "Příkon", "kind": "number", "unit": "kW"}],
    ).target
    serial = facts.serials[0].value if facts.serials else ""
    made = manager.equipment.create(
        customer=kovo,
        card=equipment.Card(name="Odsávací jednotka", equipment_type=kind, serial=serial),
        dates={"commissioned": "2021-05-03"},
    )
    filled = manager.equipment.set_fields(
        made.target, values={"power_kw": "2.2"}, expected=made.version
    )
    photo = manager.put_blob((HERE / "signature.png").read_bytes())
    manager.equipment.add_photo(
        made.target, content=photo, name="štítek.png", media_type="image/png",
        expected=filled.version,
    )
    return kovo, made.target, received.target


def plan(
    manager: callout.Session,
    technician: UUID,
    kovo: UUID,
    extractor: UUID,
    received: UUID,
    out: Path,
) -> tuple[UUID, UUID]:
    """Draft the activity, prefill it, and put a visit into the technician's calendar."""
    # A payer of VAT asks whether the work is construction or assembly: this repair is neither.
    drafted = manager.activity.create(
        kind="one_off",
        customer=kovo,
        equipment=extractor,
        title="Odsávací jednotka se vypíná",
        construction=False,
    )
    job = drafted.target
    opened = manager.activity.open(job, expected=drafted.version)
    manager.mail.file(received, under={"activity": job})
    manager.activity.add_note(job, text="Vjezd z boční ulice.", internal=True)
    manager.activity.add_fault(job, symptom="Po deseti minutách se vypne.")
    for kind, code, name, unit, quantity in [
        ("labour", "labour", "Práce technika", "hour", "2"),
        ("part", "filter", "Filtrační vložka", "piece", "1"),
    ]:
        content = {"kind": kind, "code": code, "name": name, "unit": unit}
        manager.report.plan_line(job, content=content, quantity=Decimal(quantity))
    tell("without a technician", [row.number for row in manager.activity.each(assigned=False)])
    now = manager.activity.get(job).version
    assert opened.version < now
    manager.activity.assign(job, technicians=[technician], expected=now)
    midnight = datetime.combine(datetime.now().date(), datetime.min.time())
    tomorrow = midnight + timedelta(days=1, hours=9)

    def visit_at(begin: datetime) -> callout.Receipt:
        starts = visit.WallTime(local=begin, zone=ZONE)
        ends = visit.WallTime(local=begin + timedelta(hours=2), zone=ZONE)
        return manager.visit.plan(activity=job, technician=technician, starts=starts, ends=ends)

    tell("without a visit", [row.number for row in manager.activity.each(planned=False)])
    appointment = visit_at(tomorrow).target
    refused("VISIT-CLASH-01", lambda: visit_at(tomorrow + timedelta(hours=1)))
    (out / "visit.ics").write_bytes(callout.calendar_file(manager.calendar_entry(appointment)))
    yearly = manager.plan.create(
        template={"title": "Pravidelná prohlídka", "customer": kovo, "equipment": extractor},
        rule="FREQ=YEARLY",
        starts=visit.WallTime(local=tomorrow + timedelta(days=30), zone=ZONE),
    ).target
    created = manager.plan.generate_due(yearly, until=tomorrow.date() + timedelta(days=40))
    again = manager.plan.generate_due(yearly, until=tomorrow.date() + timedelta(days=40))
    tell("a plan creates", (len(created.events), "then", len(again.events)))
    return job, appointment


def work(technician: callout.Session, job: UUID, appointment: UUID) -> UUID:
    """Do the work, report it, and have the job sheet signed and confirmed."""
    tell("his calendar", [row.id == appointment for row in technician.visit.each()])
    technician.task.create(title="Vzít náhradní filtr", about={"activity": job})
    refused(
        "ACCESS-ROLE-01",
        lambda: technician.activity.cancel(job, reason="nechce se mi", expected=1),
    )
    technician.visit.accept(appointment, expected=technician.visit.get(appointment).version)
    technician.visit.travel(appointment)
    technician.visit.start(appointment)
    technician.visit.pause(appointment)
    technician.visit.resume(appointment)
    technician.visit.finish(appointment, note="Hotovo, vyzkoušeno.")
    until = datetime.now(timezone.utc)
    hours, part = (line.id for line in technician.report.get(job).state.lines)
    technician.report.report_line(
        job, line=hours, quantity=Decimal("1.75"), visit=appointment,
        worked=report.Worked(from_=until - timedelta(minutes=105), to=until),
    )
    technician.report.report_line(job, line=part, quantity=1, visit=appointment)
    for kind, code, name, unit, quantity in [
        ("kilometres", "km", "Cestovné", "kilometre", "68"),
        ("fee", "call_out", "Výjezd", "piece", "1"),
    ]:
        technician.report.report_line(
            job, content={"kind": kind, "code": code, "name": name, "unit": unit},
            quantity=Decimal(quantity), visit=appointment,
        )
    technician.report.record_reading(job, parameter="Motohodiny", value=Decimal("18420"), unit="h")
    now = technician.activity.get(job)
    technician.activity.update_fault(
        job, fault=now.state.faults[0].id, cause="Zanesený filtr.", remedy="Výměna vložky.",
        expected=now.version,
    )
    technician.report.submit(job)
    sheet = technician.job_sheet.generate(activity=job)
    seen = technician.job_sheet.get(sheet.target).state.content_hash
    refused(
        "JOBSHEET-CONFIRM-01",
        lambda: technician.job_sheet.confirm(sheet.target, expected=sheet.version),
    )
    picture = technician.put_blob((HERE / "signature.png").read_bytes())
    signed = technician.job_sheet.sign(
        sheet.target, name="mistr dílny", picture=picture, content_hash=seen,
        expected=sheet.version,
    )
    technician.job_sheet.confirm(sheet.target, expected=signed.version)
    return sheet.target


def bill(manager: callout.Session, job: UUID, out: Path) -> None:
    """Approve line by line, release, and issue the invoice."""
    for row in list(manager.report.each(pending=True)):
        if row.content.kind == "kilometres":
            manager.report.approve(job, line=row.line, quantity=60, reason="Zajížďka na oběd.")
        else:
            manager.report.approve(job, line=row.line)
    manager.activity.complete(job, expected=manager.activity.get(job).version)
    refused("INVOICE-DRAFT-01", lambda: manager.invoice.draft(activities=[job]))
    manager.report.release(job)
    drafted = manager.invoice.draft(activities=[job])
    refused("INVOICE-DRAFT-01", lambda: manager.invoice.draft(activities=[job]))
    manager.invoice.issue(drafted.target, format="pdf", send=True, expected=drafted.version)
    content = manager.invoice.get(drafted.target).state.content
    for line in content.lines:
        tell("billed", (line.name, str(line.net)))
    tell("to pay", content.total)
    papers(manager, drafted.target, out)
    manager.activity.close(job, expected=manager.activity.get(job).version)


def papers(session: callout.Session, document: UUID, out: Path) -> None:
    """Keep PDF and Word of a document, as recorded."""
    formats: tuple[Literal["pdf", "docx"], ...] = ("pdf", "docx")
    for format in formats:
        file = session.render(document, format=format)
        (out / file.name).write_bytes(session.blob(file.blob))
        tell("painted", (file.name, file.size))


def refused(code: str, attempt: Callable[[], object]) -> None:
    """Try what must not be, and hear why not."""
    try:
        attempt()
    except callout.Error as error:
        assert error.code == code, error
        tell("no", error.message)
    else:
        raise AssertionError(f"this should have been refused with {code}")


def tell(what: str, value: object) -> None:
    """Say a line of the story."""
    print(f"• {what}: {value}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mail", nargs="?", type=Path, default=HERE / "enquiry.eml")
    parser.add_argument("--out", type=Path, default=Path("service_call"))
    parser.add_argument("--live", action="store_true", help="ask ARES itself")
    asked = parser.parse_args()
    story(asked.mail.read_bytes(), asked.out, live=asked.live)
