//! What must hold of every pack and every applicant.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::iter_over_hash_type,
    clippy::print_stdout,
    reason = "a test may"
)]

use std::collections::BTreeSet;
use std::sync::Arc;

use mingbai_core::{
    Amount, Answer, Answers, Award, AwardId, Condition, Decimal, Expression, Fact,
    FactId, Kind, Node, Pack, Per, Selection, Session, Status, Step, Target, Value,
    Verdict, assess,
};
use mingbai_tests::oracle::portfolio::best_total;
use mingbai_tests::oracle::{Oracle, Outcome, domain};
use mingbai_tests::property::{check, encloses, equal, holds};
use mingbai_tests::random::{self, Arithmetic, Case, Dice};

/// How many random cases each property sees.
const CASES: u32 = 1_000;

fn shuffled<T: Clone>(dice: &mut Dice, of: &[T]) -> Vec<T> {
    let mut left = of.to_vec();
    let mut shuffled = Vec::new();
    while !left.is_empty() {
        shuffled.push(left.remove(dice.below(left.len())));
    }
    shuffled
}

/// An answer that says more than `answer` about a fact and does not contradict it.
fn sharper(dice: &mut Dice, case: &Case, fact: &Fact, answer: Option<&Answer>) -> Answer {
    let mut values = domain::values(&case.file, fact, answer);
    // A city's or province's code says only that the applicant is somewhere inside it.
    values.retain(|value| match value {
        Value::Jurisdiction(place) => place.code() % 100 != 0,
        _ => true,
    });
    Answer::Known(dice.pick(&values).clone())
}

#[test]
fn a_new_answer_never_overturns_a_decided_verdict() {
    for arithmetic in [Arithmetic::Constants, Arithmetic::Any] {
        check(CASES, arithmetic, |case| {
            let mut dice = case.dice.clone();
            let pack = case.pack();
            let mut steps: Vec<(FactId, Answer)> = shuffled(&mut dice, &case.answers);
            let asked: Vec<_> =
                case.file.facts.iter().filter(|it| it.derived.is_none()).collect();
            for fact in shuffled(&mut dice, &asked) {
                let before = case.answers.iter().find(|(id, _)| *id == fact.id);
                let before = before.map(|(_, answer)| answer);
                let answer = sharper(&mut dice, case, fact, before);
                steps.push((fact.id.clone(), answer));
            }
            let mut known = vec![Answers::new()];
            for (fact, answer) in &steps {
                let mut next = known.last().unwrap().clone();
                next.set(&pack, fact, Some(answer.clone())).unwrap();
                known.push(next);
            }
            let mut before = assess(&pack, &known[0], case.date).determinations;
            for ((fact, _), answers) in steps.iter().zip(&known[1..]) {
                let after = assess(&pack, answers, case.date).determinations;
                for (before, after) in before.iter().zip(&after) {
                    let id = &after.award.id;
                    if before.verdict != Verdict::Undetermined {
                        equal(&format!("{id}"), &after.verdict, &before.verdict)?;
                    }
                    let refused = |verdict| verdict == Verdict::Ineligible;
                    if refused(before.verdict) == refused(after.verdict) {
                        holds(encloses(before.amount, after.amount), || {
                            format!(
                                "{id}: {fact} widens {:?} to {:?}",
                                before.amount, after.amount
                            )
                        })?;
                    }
                    if arithmetic == Arithmetic::Constants {
                        let news =
                            after.missing.iter().find(|it| !before.missing.contains(it));
                        holds(news.is_none(), || format!("{id}: {news:?} is missing"))?;
                    }
                }
                before = after;
            }
            let open = before.iter().find(|it| it.verdict == Verdict::Undetermined);
            holds(open.is_none(), || format!("everything is answered, yet {open:?}"))
        });
    }
}

#[test]
fn the_order_of_answers_never_matters() {
    check(CASES, Arithmetic::Any, |case| {
        let pack = Arc::new(case.pack());
        let write = |order: &[(FactId, Answer)]| {
            let mut session = Session::new(Arc::clone(&pack), case.date);
            for (fact, answer) in order {
                session.answer(fact, Some(answer.clone())).unwrap();
            }
            serde_json::to_string(&session.report()).unwrap()
        };
        let other = shuffled(&mut case.dice.clone(), &case.answers);
        equal("report", &write(&other), &write(&case.answers))
    });
}

#[test]
fn a_session_always_agrees_with_one_shot() {
    check(CASES, Arithmetic::Any, |case| {
        let mut dice = case.dice.clone();
        let pack = Arc::new(case.pack());
        let mut session = Session::new(Arc::clone(&pack), case.date);
        let mut answers = Answers::new();
        let asked: Vec<_> =
            case.file.facts.iter().filter(|it| it.derived.is_none()).collect();
        if asked.is_empty() {
            return Ok(());
        }
        for _ in 0..12 {
            let before = session.assessment().determinations;
            let before: Vec<_> = before
                .iter()
                .map(|it| (it.award.id.clone(), format!("{it:?}")))
                .collect();
            let change = if dice.once_in(6) {
                let award = &dice.pick(&case.file.awards).id;
                let received = dice.once_in(2);
                answers.set_received(award.clone(), received);
                session.set_received(award, received)
            } else {
                let fact = *dice.pick(&asked);
                // `None` takes an answer back.
                let answer = random::answer(&mut dice, &case.file, fact);
                answers.set(&pack, &fact.id, answer.clone()).unwrap();
                session.answer(&fact.id, answer).unwrap()
            };
            let fresh =
                Session::with_answers(Arc::clone(&pack), case.date, answers.clone());
            let write = |session: &Session| serde_json::to_string(&session.report());
            equal("report", &write(&session).unwrap(), &write(&fresh).unwrap())?;
            let once = assess(&pack, &answers, case.date);
            let assessment = session.assessment();
            equal("one-shot", &assessment.determinations, &once.determinations)?;
            let json = serde_json::to_string(&assessment).unwrap();
            equal("JSON", &json, &serde_json::to_string(&once).unwrap())?;
            holds(change.awards.is_sorted(), || format!("{change:?} is not sorted"))?;
            for ((id, before), after) in before.iter().zip(&assessment.determinations) {
                let changed = *before != format!("{after:?}");
                holds(!changed || change.awards.contains(id), || {
                    format!("{id} changed, which {change:?} does not say")
                })?;
            }
        }
        Ok(())
    });
}

#[test]
fn answers_mean_the_same_to_every_pack_that_has_their_facts() {
    check(CASES / 2, Arithmetic::Any, |case| {
        let pack = case.pack();
        // The same rules, with a fact in front that moves every other one.
        let mut file = case.file.clone();
        if let Some(first) = file.facts.first() {
            let id = FactId::from("in_front");
            let (applies, derived) = (None, None);
            file.facts.insert(
                0,
                Fact { id, kind: Kind::YesNo, applies, derived, ..first.clone() },
            );
        }
        let other = Pack::load(file).unwrap();
        let mut answers = Answers::new();
        for (order, (fact, answer)) in case.answers.iter().enumerate() {
            let to = if order % 2 == 0 { &pack } else { &other };
            answers.set(to, fact, Some(answer.clone())).unwrap();
        }
        let write = |pack: &Pack| {
            serde_json::to_string(&assess(pack, &answers, case.date)).unwrap()
        };
        equal("assessment", &write(&other), &write(&pack))
    });
}

/// The facts that matter for some award that was not received, by the law.
fn wanted(session: &Session) -> BTreeSet<FactId> {
    let oracle = Oracle::new(session.pack().file(), session.answers(), session.as_of());
    let awards = session.assessment().determinations;
    let open = awards.iter().zip(0..).filter(|(it, _)| it.verdict != Verdict::Received);
    open.flat_map(|(_, index)| oracle.expect(index).missing).collect()
}

#[test]
fn the_interview_asks_what_matters_and_ends() {
    check(CASES / 2, Arithmetic::Constants, |case| {
        let mut dice = case.dice.clone();
        let pack = Arc::new(case.pack());
        let mut session = Session::new(Arc::clone(&pack), case.date);
        let visits = dice.once_in(2);
        let mut remaining = session.remaining();
        for _ in 0..case.file.facts.len() {
            let Some(next) = session.next_question() else { break };
            let wanted = wanted(&session);
            let question = case.file.questions.iter().find(|it| it.id == next.question);
            holds(question.is_some(), || format!("{next:?} is no question"))?;
            holds(!next.facts.is_empty(), || format!("{next:?} asks nothing"))?;
            if visits {
                session.visit(&next.question);
            } else {
                let answers = session.answers().clone();
                let fresh = Session::with_answers(Arc::clone(&pack), case.date, answers);
                equal("next", &fresh.next_question(), &Some(next.clone()))?;
            }
            for id in &next.facts {
                holds(question.unwrap().facts.contains(id), || {
                    format!("{next:?} asks {id}, which is not its own")
                })?;
                let unasked = session.answers().get(id).is_none();
                holds(unasked, || format!("{id} is asked again"))?;
                holds(wanted.contains(id), || format!("{id} is asked, a don't-care"))?;
            }
            for id in &next.facts {
                let fact = pack.fact(id).unwrap();
                let answer = random::answer(&mut dice, &case.file, fact);
                session.answer(id, Some(answer.unwrap_or(Answer::Unknown))).unwrap();
            }
            let left = session.remaining();
            holds(left <= remaining, || format!("{left} after {remaining} remain"))?;
            remaining = left;
        }
        equal("next", &session.next_question(), &None)?;
        equal("remaining", &session.remaining(), &0)?;
        let left: Vec<_> = wanted(&session)
            .into_iter()
            .filter(|id| session.answers().get(id).is_none())
            .collect();
        equal("never asked", &left, &Vec::new())
    });
}

/// Whether some completion of the answers, without those about `freed`, is not refused.
fn within_reach(
    pack: &Pack,
    case: &Case,
    award: &Award,
    answers: &Answers,
    freed: &[&FactId],
) -> bool {
    let mut answers = answers.clone();
    for id in freed {
        answers.set(pack, id, None).unwrap();
    }
    let oracle = Oracle::new(pack.file(), &answers, case.date);
    let award = pack.award(&award.id).unwrap();
    let mut reached = false;
    oracle
        .each(|applicant| reached |= applicant.judge(award).outcome != Outcome::Refused);
    reached
}

/// All the answers that a step lists, given the one before.
fn targets(before: &Answer, steps: &[&Step]) -> Vec<Answer> {
    let known = |values: &[Value]| values.iter().cloned().map(Answer::Known).collect();
    match (before, &steps[0].to) {
        (_, Target::AtLeast(number) | Target::AtMost(number)) => {
            known(&[Value::Number(*number)])
        }
        (_, Target::Between(from, to)) => {
            known(&[Value::Number(*from), Value::Number(*to)])
        }
        (_, Target::NotBefore(day) | Target::NotAfter(day)) => {
            known(&[Value::Date(*day)])
        }
        (_, Target::OneOf(values)) => known(values),
        (Answer::Known(Value::Choices(chosen)), Target::Option(..)) => {
            let mut chosen = chosen.clone();
            for step in steps {
                if let Target::Option(option, ticked) = &step.to {
                    chosen.retain(|it| it != option);
                    if *ticked {
                        chosen.push(option.clone());
                    }
                }
            }
            known(&[Value::Choices(chosen)])
        }
        _ => Vec::new(),
    }
}

/// Every way to follow a set of steps.
fn ways(answers: &Answers, pack: &Pack, set: &[Step]) -> Vec<Answers> {
    let mut ways = vec![answers.clone()];
    let facts: BTreeSet<&FactId> = set.iter().map(|step| &step.fact).collect();
    for fact in facts {
        let steps: Vec<_> = set.iter().filter(|step| step.fact == *fact).collect();
        let before = answers.get(fact).unwrap();
        let mut longer = Vec::new();
        for way in &ways {
            for target in targets(before, &steps) {
                let mut way = way.clone();
                way.set(pack, fact, Some(target)).unwrap();
                longer.push(way);
            }
        }
        ways = longer;
    }
    ways
}

fn near_misses(case: &Case, complete: bool) -> Result<(), String> {
    let pack = case.pack();
    let answers = case.answers(&pack);
    let assessment = assess(&pack, &answers, case.date);
    for determination in &assessment.determinations {
        let award = determination.award;
        let found = assessment.near_misses(&award.id);
        if determination.verdict != Verdict::Ineligible {
            equal("near misses", &found.sets.len(), &0)?;
            continue;
        }
        holds(found.sets.len() <= 8, || "too many sets".to_owned())?;
        let mut sets: Vec<BTreeSet<&FactId>> = Vec::new();
        for set in &found.sets {
            let shown = || format!("{}: {set:?}", award.id);
            let ways = ways(&answers, &pack, set);
            holds(!ways.is_empty(), || format!("{} leads nowhere", shown()))?;
            for way in ways {
                let after = assess(&pack, &way, case.date);
                let verdict = after.get(&award.id).unwrap().verdict;
                holds(verdict != Verdict::Ineligible, || {
                    format!("{} does not suffice with {way:?}", shown())
                })?;
            }
            let facts: BTreeSet<_> = set.iter().map(|step| &step.fact).collect();
            for fact in &facts {
                let changeable = pack.fact(fact).unwrap().changeable;
                holds(changeable, || format!("{} cannot be changed", shown()))?;
                let others: Vec<_> =
                    facts.iter().copied().filter(|it| it != fact).collect();
                let fewer = within_reach(&pack, case, award, &answers, &others);
                holds(!fewer, || format!("{} needs no {fact}", shown()))?;
            }
            for step in set {
                let positive = step.distance.is_none_or(|it| it > Decimal::ZERO);
                holds(positive, || format!("{}: no distance", shown()))?;
            }
            if let [Step { fact, distance: Some(distance), .. }] = set.as_slice() {
                nearest(&pack, case, award, &answers, fact, *distance)?;
            }
            let smaller = sets.iter().find(|it| it.is_subset(&facts));
            holds(smaller.is_none(), || format!("{}: {smaller:?} is enough", shown()))?;
            sets.push(facts);
        }
        if complete && !found.truncated {
            every_set(&pack, case, award, &answers, &sets)?;
        }
    }
    Ok(())
}

/// That no nearer number brings the award within reach.
fn nearest(
    pack: &Pack,
    case: &Case,
    award: &Award,
    answers: &Answers,
    fact: &FactId,
    distance: Decimal,
) -> Result<(), String> {
    let Some(Answer::Known(Value::Number(now))) = answers.get(fact) else {
        return Ok(());
    };
    for value in domain::values(&case.file, pack.fact(fact).unwrap(), None) {
        let Value::Number(number) = value else { continue };
        if (number - now).abs() < distance {
            let mut nearer = answers.clone();
            nearer.set(pack, fact, Some(Answer::Known(value))).unwrap();
            let reached = within_reach(pack, case, award, &nearer, &[]);
            holds(!reached, || format!("{}: {fact} = {number} is nearer", award.id))?;
        }
    }
    Ok(())
}

/// That every minimal set of up to three facts is there.
fn every_set(
    pack: &Pack,
    case: &Case,
    award: &Award,
    answers: &Answers,
    sets: &[BTreeSet<&FactId>],
) -> Result<(), String> {
    let tells = |fact: &&Fact| {
        let all = domain::values(&case.file, fact, None);
        let answer = answers.get(&fact.id);
        // Nobody moves for an award, so no place is proposed.
        let moves = fact.kind == Kind::Jurisdiction;
        fact.changeable && !moves && domain::values(&case.file, fact, answer) != all
    };
    let facts: Vec<&FactId> =
        case.file.facts.iter().filter(tells).map(|fact| &fact.id).collect();
    let mut minimal: Vec<BTreeSet<&FactId>> = Vec::new();
    let mut by_size: Vec<u32> = (1..1 << facts.len()).collect();
    by_size.sort_by_key(|bits: &u32| bits.count_ones());
    for bits in by_size.into_iter().filter(|bits| bits.count_ones() <= 3) {
        let set: BTreeSet<&FactId> = (0..)
            .zip(&facts)
            .filter(|(order, _)| bits >> order & 1 == 1)
            .map(|(_, fact)| *fact)
            .collect();
        let freed: Vec<_> = set.iter().copied().collect();
        if !minimal.iter().any(|it| it.is_subset(&set))
            && within_reach(pack, case, award, answers, &freed)
        {
            minimal.push(set);
        }
    }
    let lost = minimal.iter().find(|set| !sets.contains(set));
    holds(lost.is_none(), || format!("{}: {lost:?} is not found", award.id))
}

#[test]
fn near_misses_are_sufficient_minimal_and_all_there() {
    check(CASES, Arithmetic::Constants, |case| near_misses(case, true));
}

#[test]
fn near_misses_promise_nothing_false_under_any_arithmetic() {
    check(CASES, Arithmetic::Any, |case| near_misses(case, false));
}

/// The same case, where most awards pay a fixed sum to everybody, so that groups bind.
fn generous(dice: &mut Dice, case: &Case) -> Case {
    let mut case = case.clone();
    for award in &mut case.file.awards {
        if !dice.once_in(3) {
            let sum = Decimal::from(100 * (1 + dice.below(5)));
            award.amount = Amount::Fixed(Expression::Number(sum));
            award.selection = Selection::Automatic;
            award.cite.document = "document".into();
            for criterion in &mut award.criteria {
                criterion.condition = Condition::All(Vec::new());
            }
        }
    }
    case
}

#[test]
fn totals_enclose_the_best_lawful_total_of_every_completion() {
    for arithmetic in [Arithmetic::Constants, Arithmetic::Any] {
        check(CASES, arithmetic, |case| {
            let mut dice = case.dice.clone();
            let case = &generous(&mut dice, case);
            let pack = case.pack();
            let mut answers = case.answers(&pack);
            let complete = dice.once_in(2);
            for fact in case.file.facts.iter().filter(|it| it.derived.is_none()) {
                if complete {
                    let answer = sharper(&mut dice, case, fact, answers.get(&fact.id));
                    answers.set(&pack, &fact.id, Some(answer)).unwrap();
                }
            }
            if dice.once_in(3) {
                answers.set_received(dice.pick(&case.file.awards).id.clone(), true);
            }
            let had = |award: &Award| {
                let again = matches!(award.per, Some(Per::Year | Per::Item));
                answers.received().contains(&award.id) && !again
            };
            let counts =
                |award: &Award| pack.standing(award, case.date).counts() && !had(award);
            let found = assess(&pack, &answers, case.date).totals();
            let oracle = Oracle::new(pack.file(), &answers, case.date);
            let mut all = None;
            oracle.each(|applicant| {
                let best = best_total(pack.file(), applicant, counts);
                all = Some(all.map_or(best, |all: mingbai_core::Amounts| all.hull(best)));
            });
            let expected = all.unwrap_or_default();
            // Unknown endless figures count up to the limit in the oracle.
            if complete {
                equal("complete answers", &found.automatic, &expected)?;
            }
            holds(encloses(found.automatic, expected), || {
                format!("{:?} does not enclose {expected:?}", found.automatic)
            })?;
            let sure: BTreeSet<&AwardId> =
                found.certain.awards.iter().chain(&found.bounded.awards).collect();
            let mixed = found.discretionary.awards.iter().find(|it| sure.contains(it));
            holds(mixed.is_none(), || format!("{mixed:?} is summed twice"))
        });
    }
}

#[test]
fn a_pack_comes_back_as_it_was_written() {
    check(CASES, Arithmetic::Any, |case| {
        let json = serde_json::to_string(&case.file).unwrap();
        let pack = Pack::from_json(&json).map_err(|error| error.to_string())?;
        equal("pack", pack.file(), &case.file)?;
        equal("bytes", &serde_json::to_string(pack.file()).unwrap(), &json)?;
        let answers = case.answers(&pack);
        let read = Answers::read(&pack, &answers.to_json());
        equal("answers", &read, &Ok(answers))
    });
}

/// Compares each node with the law; where `complete`, open nodes as well.
fn explained(oracle: &Oracle<'_>, node: &Node<'_>, complete: bool) -> Result<(), String> {
    if complete || node.status != Status::Open {
        let expected = oracle.status(node.condition);
        equal(&format!("{:?}", node.condition), &node.status, &expected)?;
    }
    node.parts.iter().try_for_each(|part| explained(oracle, part, complete))
}

#[test]
fn every_leaf_of_an_explanation_cites_and_stands_as_the_law_says() {
    for arithmetic in [Arithmetic::Constants, Arithmetic::Any] {
        check(CASES / 2, arithmetic, |case| {
            let pack = case.pack();
            let answers = case.answers(&pack);
            let assessment = assess(&pack, &answers, case.date);
            let oracle = Oracle::new(pack.file(), &answers, case.date);
            for award in &pack.file().awards {
                let explanation = assessment.explain(&award.id).unwrap();
                equal("criteria", &explanation.criteria.len(), &award.criteria.len())?;
                let status: Vec<_> =
                    explanation.criteria.iter().map(|it| it.node.status).collect();
                equal("status", &status, &assessment.criteria(&award.id))?;
                for (found, criterion) in explanation.criteria.iter().zip(&award.criteria)
                {
                    equal("cite", &found.cite, &&criterion.cite)?;
                    let known = pack.document(&found.cite.document).is_some();
                    holds(known, || format!("{:?} is no document", found.cite))?;
                    let complete = arithmetic == Arithmetic::Constants;
                    explained(&oracle, &found.node, complete)?;
                }
            }
            Ok(())
        });
    }
}
