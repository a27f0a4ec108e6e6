"""All nouns at hand.

Generated from the schemas by ``tools/generate.py``; not to be changed by hand.
"""

from __future__ import annotations

from .._session import SessionBase
from .activity import ActivityCommands
from .availability import AvailabilityCommands
from .board import BoardCommands
from .clashes import ClashesCommands
from .company import CompanyCommands
from .customer import CustomerCommands
from .equipment import EquipmentCommands
from .equipment_type import EquipmentTypeCommands
from .forecast import ForecastCommands
from .invoice import InvoiceCommands
from .job_sheet import JobSheetCommands
from .kept import KeptCommands
from .ledger import LedgerCommands
from .mail import MailCommands
from .message import MessageCommands
from .persons import PersonsCommands
from .plan import PlanCommands
from .price_list import PriceListCommands
from .record import RecordCommands
from .rendering import RenderingCommands
from .report import ReportCommands
from .series import SeriesCommands
from .slots import SlotsCommands
from .task import TaskCommands
from .technician import TechnicianCommands
from .timeline import TimelineCommands
from .tree import TreeCommands
from .visit import VisitCommands


class Session(SessionBase):
    """An engine seen by one actor: an attribute a noun."""

    @property
    def activity(self) -> ActivityCommands:
        """Commands and queries of ``activity``."""
        return ActivityCommands(self)

    @property
    def availability(self) -> AvailabilityCommands:
        """Commands and queries of ``availability``."""
        return AvailabilityCommands(self)

    @property
    def board(self) -> BoardCommands:
        """Commands and queries of ``board``."""
        return BoardCommands(self)

    @property
    def clashes(self) -> ClashesCommands:
        """Commands and queries of ``clashes``."""
        return ClashesCommands(self)

    @property
    def company(self) -> CompanyCommands:
        """Commands and queries of ``company``."""
        return CompanyCommands(self)

    @property
    def customer(self) -> CustomerCommands:
        """Commands and queries of ``customer``."""
        return CustomerCommands(self)

    @property
    def equipment(self) -> EquipmentCommands:
        """Commands and queries of ``equipment``."""
        return EquipmentCommands(self)

    @property
    def equipment_type(self) -> EquipmentTypeCommands:
        """Commands and queries of ``equipment_type``."""
        return EquipmentTypeCommands(self)

    @property
    def forecast(self) -> ForecastCommands:
        """Commands and queries of ``forecast``."""
        return ForecastCommands(self)

    @property
    def invoice(self) -> InvoiceCommands:
        """Commands and queries of ``invoice``."""
        return InvoiceCommands(self)

    @property
    def job_sheet(self) -> JobSheetCommands:
        """Commands and queries of ``job_sheet``."""
        return JobSheetCommands(self)

    @property
    def kept(self) -> KeptCommands:
        """Commands and queries of ``kept``."""
        return KeptCommands(self)

    @property
    def ledger(self) -> LedgerCommands:
        """Commands and queries of ``ledger``."""
        return LedgerCommands(self)

    @property
    def mail(self) -> MailCommands:
        """Commands and queries of ``mail``."""
        return MailCommands(self)

    @property
    def message(self) -> MessageCommands:
        """Commands and queries of ``message``."""
        return MessageCommands(self)

    @property
    def persons(self) -> PersonsCommands:
        """Commands and queries of ``persons``."""
        return PersonsCommands(self)

    @property
    def plan(self) -> PlanCommands:
        """Commands and queries of ``plan``."""
        return PlanCommands(self)

    @property
    def price_list(self) -> PriceListCommands:
        """Commands and queries of ``price_list``."""
        return PriceListCommands(self)

    @property
    def record(self) -> RecordCommands:
        """Commands and queries of ``record``."""
        return RecordCommands(self)

    @property
    def rendering(self) -> RenderingCommands:
        """Commands and queries of ``rendering``."""
        return RenderingCommands(self)

    @property
    def report(self) -> ReportCommands:
        """Commands and queries of ``report``."""
        return ReportCommands(self)

    @property
    def series(self) -> SeriesCommands:
        """Commands and queries of ``series``."""
        return SeriesCommands(self)

    @property
    def slots(self) -> SlotsCommands:
        """Commands and queries of ``slots``."""
        return SlotsCommands(self)

    @property
    def task(self) -> TaskCommands:
        """Commands and queries of ``task``."""
        return TaskCommands(self)

    @property
    def technician(self) -> TechnicianCommands:
        """Commands and queries of ``technician``."""
        return TechnicianCommands(self)

    @property
    def timeline(self) -> TimelineCommands:
        """Commands and queries of ``timeline``."""
        return TimelineCommands(self)

    @property
    def tree(self) -> TreeCommands:
        """Commands and queries of ``tree``."""
        return TreeCommands(self)

    @property
    def visit(self) -> VisitCommands:
        """Commands and queries of ``visit``."""
        return VisitCommands(self)
