"""Case files into a library, all or none; what an export wrote gives the same library again."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import PurePath

from knowledge.library import catalogue, retiring
from knowledge.library.case import Reading
from knowledge.library.catalogue import Change
from knowledge.library.changes import ALL_NETWORKS
from knowledge.library.check import all_problems, read_all
from knowledge.library.model import Case
from knowledge.library.problems import BadCase, Fault, Problem
from knowledge.store.contract import Store, Transaction


async def import_cases(store: Store, network: str, texts: Mapping[str, str], at: datetime) -> list[tuple[str, Change]]:
    """Import case files (texts by file name), all or none; gives each case's id with what it changed.

    Raises BadCase with all that is wrong, in the files or between them and the network's library.
    """
    readings = read_all(texts, at.date())
    new = [each.case for each in readings if each.case]
    replaced = {PurePath(each).stem for each in texts} | {id for case in new for id in case.merged}

    def work(tx: Transaction) -> list[tuple[str, Change]]:
        known = catalogue.cases(tx, network, leader_in_private=True)
        beside = [case for case in known if case.id not in replaced]
        problems = {*all_problems(readings, beside), *_for_all(network, readings)}
        if problems:
            raise BadCase(sorted(problems))
        return [(case.id, _take(tx, network, case, at)) for case in new]

    return await store.run(work)


def _take(tx: Transaction, network: str, case: Case, at: datetime) -> Change:
    """Put it in, and put away what it says was merged into it."""
    known = retiring.retired(tx, network)
    new = [id for id in case.merged if known.get(id) != case.id]
    if new and case.id in known:
        retiring.restore(tx, network, case.id)
    for id in new:
        retiring.retire(tx, network, id, at, into=case.id)
    change = catalogue.put_case(tx, network, case, at)
    return Change.CHANGED if new and change is Change.UNCHANGED else change


def _for_all(network: str, readings: Iterable[Reading]) -> Iterator[Problem]:
    """What holds within one network only."""
    for each in readings:
        if each.case and catalogue.is_confidential_for_all(network, each.case):
            yield Problem(each.file, each.visibility_line, Fault.CONFIDENTIAL_FOR_ALL)
        if each.case and each.case.merged and network == ALL_NETWORKS:
            yield Problem(each.file, 1, Fault.MERGED_FOR_ALL)
