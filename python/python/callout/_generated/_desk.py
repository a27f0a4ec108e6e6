"""All nouns at hand.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

from .._acting import Acting
from .activity import ActivityDesk
from .company import CompanyDesk
from .customer import CustomerDesk
from .equipment import EquipmentDesk
from .equipment_type import EquipmentTypeDesk
from .invoice import InvoiceDesk
from .job_sheet import JobSheetDesk
from .kept import KeptDesk
from .ledger import LedgerDesk
from .mail import MailDesk
from .message import MessageDesk
from .persons import PersonsDesk
from .plan import PlanDesk
from .price_list import PriceListDesk
from .record import RecordDesk
from .rendering import RenderingDesk
from .report import ReportDesk
from .series import SeriesDesk
from .task import TaskDesk
from .technician import TechnicianDesk
from .timeline import TimelineDesk
from .tree import TreeDesk
from .visit import VisitDesk


class Desk(Acting):
    """An engine seen by one actor: an attribute a noun."""

    @property
    def activity(self) -> ActivityDesk:
        """Commands and questions of the room ``activity``."""
        return ActivityDesk(self)

    @property
    def company(self) -> CompanyDesk:
        """Commands and questions of the room ``company``."""
        return CompanyDesk(self)

    @property
    def customer(self) -> CustomerDesk:
        """Commands and questions of the room ``customer``."""
        return CustomerDesk(self)

    @property
    def equipment(self) -> EquipmentDesk:
        """Commands and questions of the room ``equipment``."""
        return EquipmentDesk(self)

    @property
    def equipment_type(self) -> EquipmentTypeDesk:
        """Commands and questions of the room ``equipment_type``."""
        return EquipmentTypeDesk(self)

    @property
    def invoice(self) -> InvoiceDesk:
        """Commands and questions of the room ``invoice``."""
        return InvoiceDesk(self)

    @property
    def job_sheet(self) -> JobSheetDesk:
        """Commands and questions of the room ``job_sheet``."""
        return JobSheetDesk(self)

    @property
    def kept(self) -> KeptDesk:
        """Commands and questions of the room ``kept``."""
        return KeptDesk(self)

    @property
    def ledger(self) -> LedgerDesk:
        """Commands and questions of the room ``ledger``."""
        return LedgerDesk(self)

    @property
    def mail(self) -> MailDesk:
        """Commands and questions of the room ``mail``."""
        return MailDesk(self)

    @property
    def message(self) -> MessageDesk:
        """Commands and questions of the room ``message``."""
        return MessageDesk(self)

    @property
    def persons(self) -> PersonsDesk:
        """Commands and questions of the room ``persons``."""
        return PersonsDesk(self)

    @property
    def plan(self) -> PlanDesk:
        """Commands and questions of the room ``plan``."""
        return PlanDesk(self)

    @property
    def price_list(self) -> PriceListDesk:
        """Commands and questions of the room ``price_list``."""
        return PriceListDesk(self)

    @property
    def record(self) -> RecordDesk:
        """Commands and questions of the room ``record``."""
        return RecordDesk(self)

    @property
    def rendering(self) -> RenderingDesk:
        """Commands and questions of the room ``rendering``."""
        return RenderingDesk(self)

    @property
    def report(self) -> ReportDesk:
        """Commands and questions of the room ``report``."""
        return ReportDesk(self)

    @property
    def series(self) -> SeriesDesk:
        """Commands and questions of the room ``series``."""
        return SeriesDesk(self)

    @property
    def task(self) -> TaskDesk:
        """Commands and questions of the room ``task``."""
        return TaskDesk(self)

    @property
    def technician(self) -> TechnicianDesk:
        """Commands and questions of the room ``technician``."""
        return TechnicianDesk(self)

    @property
    def timeline(self) -> TimelineDesk:
        """Commands and questions of the room ``timeline``."""
        return TimelineDesk(self)

    @property
    def tree(self) -> TreeDesk:
        """Commands and questions of the room ``tree``."""
        return TreeDesk(self)

    @property
    def visit(self) -> VisitDesk:
        """Commands and questions of the room ``visit``."""
        return VisitDesk(self)
