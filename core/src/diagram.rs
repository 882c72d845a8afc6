//! Decision diagrams over intervals: exact functions of many facts.
//!
//! A [`Diagram`] maps every completion to a terminal. A node tests one variable and has an
//! edge for each run of points that lead the same way; along a path variables appear in
//! rising order, equal nodes are one node, and a node whose edges all agree does not
//! exist. So two functions are equal exactly when their links are, and the variables left
//! in a restricted diagram are exactly those that can still change its value.

use alloc::vec;
use alloc::vec::Vec;

use crate::sorted::set;
use crate::space::{Point, Span};
use crate::table::Table;

/// A variable: a slot, an arithmetic atom or a review leaf, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Variable(u32);

/// What a [`Variable`] stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A slot of the space.
    Slot(u32),
    /// A comparison of several facts, by its index in the atoms.
    Atom(u32),
    /// A review leaf, by its index: free, and only an authority settles it.
    Review(u32),
}

impl Variable {
    const ATOMS: u32 = 1 << 30;
    const REVIEWS: u32 = 1 << 31;

    pub(crate) fn slot(index: u32) -> Self {
        Self(index)
    }

    pub(crate) fn atom(index: u32) -> Self {
        Self(Self::ATOMS | index)
    }

    pub(crate) fn review(index: u32) -> Self {
        Self(Self::REVIEWS | index)
    }

    pub(crate) fn subject(self) -> Subject {
        if self.0 & Self::REVIEWS != 0 {
            Subject::Review(self.0 & !Self::REVIEWS)
        } else if self.0 & Self::ATOMS != 0 {
            Subject::Atom(self.0 & !Self::ATOMS)
        } else {
            Subject::Slot(self.0)
        }
    }
}

/// A terminal, or a node by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Link(u32);

impl Link {
    const TERMINAL: u32 = 1 << 31;
    pub(crate) const FALSE: Self = Self::terminal(0);
    pub(crate) const TRUE: Self = Self::terminal(1);

    pub(crate) const fn terminal(value: u32) -> Self {
        Self(Self::TERMINAL | value)
    }

    pub(crate) fn truth(holds: bool) -> Self {
        if holds { Self::TRUE } else { Self::FALSE }
    }

    /// The terminal's value, if it is one.
    pub(crate) fn value(self) -> Option<u32> {
        (self.0 & Self::TERMINAL != 0).then_some(self.0 & !Self::TERMINAL)
    }
}

/// A run of points, up to and including `upto`, that leads to `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Edge {
    pub(crate) upto: Point,
    pub(crate) to: Link,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    variable: Variable,
    first: u32,
    end: u32,
}

/// Diagrams that share their nodes. Read-only once built.
#[derive(Clone, Debug, Default)]
pub(crate) struct Diagrams {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
}

impl Diagrams {
    /// The variable and edges of a node; `None` for a terminal.
    pub(crate) fn node(&self, link: Link) -> Option<(Variable, &[Edge])> {
        if link.value().is_some() {
            return None;
        }
        let node = self.nodes.get(link.0 as usize)?;
        let edges = self.edges.get(node.first as usize..node.end as usize)?;
        Some((node.variable, edges))
    }

    /// The edges of `edges` that points of `span` take, each with its part of the span.
    pub(crate) fn taken(
        edges: &[Edge],
        span: Span,
    ) -> impl Iterator<Item = (Span, Link)> {
        let start = edges.partition_point(|edge| edge.upto < span.low);
        let mut low = span.low;
        edges.get(start..).unwrap_or_default().iter().map_while(move |edge| {
            (low <= span.high).then(|| {
                let part = Span::new(low, edge.upto.min(span.high));
                low = edge.upto.saturating_add(1);
                (part, edge.to)
            })
        })
    }

    /// Follows `link` while what is known leaves a single way: the fast path of a
    /// complete applicant.
    pub(crate) fn follow(
        &self,
        mut link: Link,
        spans: &dyn Fn(Variable) -> Span,
    ) -> Link {
        'nodes: while let Some((variable, edges)) = self.node(link) {
            let span = spans(variable);
            // Most nodes have two edges: going through them beats a search.
            for edge in edges {
                if span.low <= edge.upto {
                    if edge.upto < span.high {
                        break 'nodes;
                    }
                    link = edge.to;
                    continue 'nodes;
                }
            }
            break;
        }
        link
    }
}

/// Builds diagrams. One primitive does it all: [`Builder::choose`].
#[derive(Debug, Default)]
pub(crate) struct Builder {
    diagrams: Diagrams,
    unique: Table<(Variable, Vec<Edge>), Link>,
    chosen: Table<(Link, Link, Link), Link>,
    /// Nodes that may still be made; a pack that needs more is refused.
    budget: usize,
    exhausted: bool,
}

impl Builder {
    pub(crate) fn with_budget(budget: usize) -> Self {
        Self { budget, ..Self::default() }
    }

    /// Grants a new budget for the next function, and forgets what was built: links of
    /// different functions are not to be compared.
    pub(crate) fn refill(&mut self, budget: usize) {
        self.budget = budget;
        self.chosen.clear();
        self.unique.clear();
    }

    /// Gives up: the function at hand is too large.
    pub(crate) fn exhaust(&mut self) {
        self.exhausted = true;
    }

    /// Whether a budget ran out: then results are meaningless and must be thrown away.
    pub(crate) fn exhausted(&self) -> bool {
        self.exhausted
    }

    /// Counts work that makes no node against the budget; false when it is used up.
    pub(crate) fn spend(&mut self, work: usize) -> bool {
        if self.budget < work {
            self.exhausted = true;
        }
        self.budget = self.budget.saturating_sub(work);
        !self.exhausted
    }

    pub(crate) fn diagrams(&self) -> &Diagrams {
        &self.diagrams
    }

    pub(crate) fn finish(self) -> Diagrams {
        self.diagrams
    }

    /// The node with these edges: sorted, the last one reaching the end of the span.
    pub(crate) fn node(&mut self, variable: Variable, mut edges: Vec<Edge>) -> Link {
        // Of neighbours that agree the later one, which reaches further, stays.
        edges.reverse();
        edges.dedup_by_key(|edge| edge.to);
        edges.reverse();
        if let [only] = edges.as_slice() {
            return only.to;
        }
        let key = (variable, edges);
        if let Some(&link) = self.unique.get(&key) {
            return link;
        }
        if !self.spend(key.1.len()) {
            return Link::FALSE;
        }
        let place = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        let first = place(self.diagrams.edges.len());
        self.diagrams.edges.extend_from_slice(&key.1);
        let end = place(self.diagrams.edges.len());
        let link = Link(place(self.diagrams.nodes.len()));
        self.diagrams.nodes.push(Node { variable, first, end });
        self.unique.insert(key, link);
        link
    }

    /// True where the variable's point lies in one of `inside`: sorted, disjoint.
    pub(crate) fn test(
        &mut self,
        variable: Variable,
        span: Span,
        inside: &[Span],
    ) -> Link {
        let mut edges = Vec::with_capacity(2 * inside.len() + 1);
        for part in inside.iter().filter_map(|part| part.intersect(span)) {
            let reached = edges.last().map_or(span.low, |edge: &Edge| edge.upto + 1);
            if reached < part.low {
                edges.push(Edge { upto: part.low - 1, to: Link::FALSE });
            }
            edges.push(Edge { upto: part.high, to: Link::TRUE });
        }
        if edges.last().is_none_or(|edge| edge.upto < span.high) {
            edges.push(Edge { upto: span.high, to: Link::FALSE });
        }
        self.node(variable, edges)
    }

    /// `if condition then yes else no`, where `condition` ends in true and false only.
    pub(crate) fn choose(&mut self, condition: Link, yes: Link, no: Link) -> Link {
        match condition {
            Link::TRUE => return yes,
            Link::FALSE => return no,
            _ if yes == no => return yes,
            _ if yes == Link::TRUE && no == Link::FALSE => return condition,
            _ => {}
        }
        let key = (condition, yes, no);
        if let Some(&link) = self.chosen.get(&key) {
            return link;
        }
        if !self.spend(1) {
            return Link::FALSE;
        }
        let links = [condition, yes, no];
        let top = links
            .iter()
            .filter_map(|&link| self.diagrams.node(link).map(|(variable, _)| variable))
            .min();
        let Some(top) = top else { return no };
        let sides = links.map(|link| match self.diagrams.node(link) {
            Some((variable, edges)) if variable == top => edges.to_vec(),
            _ => vec![Edge { upto: Point::MAX, to: link }],
        });
        if !self.spend(sides.iter().map(Vec::len).sum()) {
            return Link::FALSE;
        }
        let mut edges = Vec::new();
        let mut at = [0_usize; 3];
        loop {
            let mut here = [Edge { upto: Point::MAX, to: no }; 3];
            for ((place, side), &index) in here.iter_mut().zip(&sides).zip(&at) {
                if let Some(&edge) = side.get(index) {
                    *place = edge;
                }
            }
            let [c, y, n] = here;
            let upto = c.upto.min(y.upto).min(n.upto);
            let to = self.choose(c.to, y.to, n.to);
            edges.push(Edge { upto, to });
            let mut ended = false;
            for ((index, edge), side) in at.iter_mut().zip(&here).zip(&sides) {
                if edge.upto == upto {
                    *index += 1;
                    ended |= *index >= side.len() && upto != Point::MAX;
                }
            }
            if ended || upto == Point::MAX {
                break;
            }
        }
        let link = self.node(top, edges);
        self.chosen.insert(key, link);
        link
    }

    pub(crate) fn and(&mut self, left: Link, right: Link) -> Link {
        self.choose(left, right, Link::FALSE)
    }

    pub(crate) fn or(&mut self, left: Link, right: Link) -> Link {
        self.choose(left, Link::TRUE, right)
    }

    pub(crate) fn not(&mut self, link: Link) -> Link {
        self.choose(link, Link::FALSE, Link::TRUE)
    }

    /// True where at least `n` of `links` are.
    pub(crate) fn at_least(&mut self, n: usize, links: &[Link]) -> Link {
        // `row[k]`: at least `k` of the links seen so far, from the last one backwards.
        let mut row = vec![Link::FALSE; n + 1];
        if let Some(first) = row.first_mut() {
            *first = Link::TRUE;
        }
        for &link in links.iter().rev() {
            for k in (1..=n).rev() {
                let (Some(&fewer), Some(&same)) = (row.get(k - 1), row.get(k)) else {
                    continue;
                };
                let chosen = self.choose(link, fewer, same);
                if let Some(place) = row.get_mut(k) {
                    *place = chosen;
                }
            }
        }
        row.last().copied().unwrap_or(Link::TRUE)
    }

    /// Replaces every review node by what an authority's judgement can make of it.
    ///
    /// `judged` gets the value that stays when the judgement is favourable.
    pub(crate) fn settle_reviews(&mut self, link: Link, judged: fn(u32) -> u32) -> Link {
        let mut seen = Table::new();
        self.settle(link, judged, &mut seen)
    }

    fn settle(
        &mut self,
        link: Link,
        judged: fn(u32) -> u32,
        seen: &mut Table<Link, Link>,
    ) -> Link {
        let Some((variable, edges)) = self.diagrams.node(link) else { return link };
        if let Some(&known) = seen.get(&link) {
            return known;
        }
        let settled = if let Subject::Review(_) = variable.subject() {
            // Reviews come last, so below one all facts are settled: what is left is one
            // favourable value or nothing.
            Link::terminal(judged(self.best_below(link)))
        } else {
            let mut edges = edges.to_vec();
            for edge in &mut edges {
                edge.to = self.settle(edge.to, judged, seen);
            }
            self.node(variable, edges)
        };
        seen.insert(link, settled);
        settled
    }

    fn best_below(&self, link: Link) -> u32 {
        match (link.value(), self.diagrams.node(link)) {
            (Some(value), _) => value,
            (None, Some((_, edges))) => {
                edges.iter().map(|edge| self.best_below(edge.to)).max().unwrap_or(0)
            }
            (None, None) => 0,
        }
    }
}

/// A diagram restricted to what is known: canonical again.
#[derive(Debug, Default)]
pub(crate) struct Restricted {
    /// Nodes by number: variable and the runs that lead on.
    nodes: Vec<(Variable, Vec<(Span, Link)>)>,
    memo: Table<Link, Link>,
}

impl Restricted {
    /// Restricts `link` of `diagrams` to `spans`; a terminal means that all is decided.
    pub(crate) fn restrict(
        &mut self,
        diagrams: &Diagrams,
        link: Link,
        spans: &dyn Fn(Variable) -> Span,
    ) -> Link {
        self.restrict_as(diagrams, link, spans, &|terminal| terminal)
    }

    /// The same, with terminals that come to the same thing made one.
    pub(crate) fn restrict_as(
        &mut self,
        diagrams: &Diagrams,
        link: Link,
        spans: &dyn Fn(Variable) -> Span,
        same: &dyn Fn(u32) -> u32,
    ) -> Link {
        self.nodes.clear();
        self.memo.clear();
        self.visit(diagrams, link, spans, same)
    }

    fn visit(
        &mut self,
        diagrams: &Diagrams,
        link: Link,
        spans: &dyn Fn(Variable) -> Span,
        same: &dyn Fn(u32) -> u32,
    ) -> Link {
        let link = diagrams.follow(link, spans);
        let Some((variable, edges)) = diagrams.node(link) else {
            return link.value().map_or(link, |terminal| Link::terminal(same(terminal)));
        };
        if let Some(&known) = self.memo.get(&link) {
            return known;
        }
        let mut runs: Vec<(Span, Link)> = Vec::new();
        for (part, to) in Diagrams::taken(edges, spans(variable)) {
            let to = self.visit(diagrams, to, spans, same);
            match runs.last_mut() {
                Some((span, last)) if *last == to => *span = span.hull(part),
                _ => runs.push((part, to)),
            }
        }
        let result = match runs.as_slice() {
            [(_, only)] => *only,
            _ => self.unique(variable, runs),
        };
        self.memo.insert(link, result);
        result
    }

    fn unique(&mut self, variable: Variable, runs: Vec<(Span, Link)>) -> Link {
        let known =
            self.nodes.iter().position(|(it, other)| *it == variable && *other == runs);
        let place = known.unwrap_or_else(|| {
            self.nodes.push((variable, runs));
            self.nodes.len() - 1
        });
        Link(u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// Every node left, each of which its variable can still change.
    pub(crate) fn nodes(&self) -> &[(Variable, Vec<(Span, Link)>)] {
        &self.nodes
    }

    /// The terminals left, given the root that [`Self::restrict`] returned.
    pub(crate) fn terminals(&self, root: Link) -> Vec<u32> {
        let terminals = self
            .nodes
            .iter()
            .flat_map(|(_, runs)| runs.iter().filter_map(|(_, to)| to.value()))
            .chain(root.value());
        set(terminals)
    }

    /// Whether some path over `open` runs ends in a wanted terminal.
    pub(crate) fn any(
        &self,
        root: Link,
        open: &dyn Fn(Variable, Span) -> bool,
        wanted: &dyn Fn(u32) -> bool,
    ) -> bool {
        let mut ends: Vec<bool> = Vec::with_capacity(self.nodes.len());
        let of = |ends: &[bool], link: Link| match link.value() {
            Some(value) => wanted(value),
            None => ends.get(link.0 as usize).copied().unwrap_or(false),
        };
        for (it, runs) in &self.nodes {
            let reached = runs.iter().any(|&(part, to)| open(*it, part) && of(&ends, to));
            ends.push(reached);
        }
        of(&ends, root)
    }

    /// For each variable left: how much of its ground, in 1/64, leaves a single terminal.
    pub(crate) fn settling(&self, root: Link) -> Vec<(Variable, u64)> {
        let variables = set(self.nodes.iter().map(|(it, _)| *it));
        variables.into_iter().map(|it| (it, self.settled_by(root, it))).collect()
    }

    fn settled_by(&self, root: Link, variable: Variable) -> u64 {
        let of_variable = self.nodes.iter().filter(|(it, _)| *it == variable);
        let starts: Vec<Point> =
            set(of_variable.flat_map(|(_, runs)| runs.iter().map(|(part, _)| part.low)));
        let (mut settled, mut ground) = (0_u64, 0_u64);
        for (order, &point) in starts.iter().enumerate() {
            let weight = if order == 0 { 3 } else { 1 };
            ground += weight;
            if self.is_settled(root, variable, point) {
                settled += weight;
            }
        }
        settled * 64 / ground.max(1)
    }

    /// Whether one terminal is left once `variable` is `point`.
    fn is_settled(&self, root: Link, variable: Variable, point: Point) -> bool {
        let mut ends: Vec<Option<u32>> = Vec::with_capacity(self.nodes.len());
        let of = |ends: &[Option<u32>], link: Link| match link.value() {
            Some(value) => Some(value),
            None => ends.get(link.0 as usize).copied().flatten(),
        };
        for (it, runs) in &self.nodes {
            let mut taken = runs.iter().filter(|(part, _)| {
                *it != variable || (part.low <= point && point <= part.high)
            });
            let first = taken.next().and_then(|&(_, to)| of(&ends, to));
            let same = first.is_some() && taken.all(|&(_, to)| of(&ends, to) == first);
            ends.push(first.filter(|_| same));
        }
        of(&ends, root).is_some()
    }

    /// The smallest range that holds every point of `variable` from which some completion
    /// reaches a terminal that `wanted` accepts; `None` where none does.
    pub(crate) fn hull(
        &self,
        root: Link,
        variable: Variable,
        whole: Span,
        wanted: &dyn Fn(u32) -> bool,
    ) -> Option<Span> {
        // Nodes are made children first, so one pass settles who reaches what.
        let mut hulls: Vec<Option<Span>> = Vec::with_capacity(self.nodes.len());
        let of = |hulls: &[Option<Span>], link: Link| match link.value() {
            Some(value) => wanted(value).then_some(whole),
            None => hulls.get(link.0 as usize).copied().flatten(),
        };
        for (it, runs) in &self.nodes {
            let mut hull: Option<Span> = None;
            for &(part, to) in runs {
                let Some(below) = of(&hulls, to) else { continue };
                let here = if *it == variable { part } else { below };
                hull = Some(hull.map_or(here, |hull| hull.hull(here)));
            }
            hulls.push(hull);
        }
        of(&hulls, root)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPAN: Span = Span { low: 0, high: 100 };

    fn at_least(builder: &mut Builder, slot: u32, low: Point) -> Link {
        builder.test(Variable::slot(slot), SPAN, &[Span::new(low, 100)])
    }

    #[test]
    fn a_tautology_over_one_fact_is_true() {
        let mut builder = Builder::with_budget(1_000);
        let twenty = at_least(&mut builder, 0, 20);
        let below = builder.not(twenty);
        assert_eq!(builder.or(twenty, below), Link::TRUE);
        assert_eq!(builder.and(twenty, below), Link::FALSE);
    }

    #[test]
    fn options_side_by_side_are_one_run() {
        let mut builder = Builder::with_budget(1_000);
        let both = [Span::point(0), Span::point(1)];
        let whole = Span::new(0, 1);
        assert_eq!(builder.test(Variable::slot(0), whole, &both), Link::TRUE);
        let pair = [Span::point(3), Span::point(4)];
        let left = builder.test(Variable::slot(1), SPAN, &pair);
        let right = builder.test(Variable::slot(1), SPAN, &[Span::new(3, 4)]);
        assert_eq!(left, right);
    }

    #[test]
    fn equal_functions_are_one_link() {
        let mut builder = Builder::with_budget(1_000);
        let a = at_least(&mut builder, 0, 20);
        let b = at_least(&mut builder, 1, 50);
        let c = at_least(&mut builder, 2, 70);
        let left = builder.and(a, b);
        let left = builder.or(left, c);
        let ac = builder.or(a, c);
        let bc = builder.or(b, c);
        let right = builder.and(ac, bc);
        assert_eq!(left, right);
        let two = builder.at_least(2, &[a, b, c]);
        let ab = builder.and(a, b);
        let any = builder.or(a, b);
        let any_c = builder.and(any, c);
        assert_eq!(two, builder.or(ab, any_c));
    }

    #[test]
    fn what_is_known_decides_and_the_rest_is_missing() {
        let mut builder = Builder::with_budget(1_000);
        let a = at_least(&mut builder, 0, 20);
        let b = at_least(&mut builder, 1, 50);
        let both = builder.and(a, b);
        let diagrams = builder.finish();
        let known = |first: Span| {
            move |variable: Variable| {
                if variable == Variable::slot(0) { first } else { SPAN }
            }
        };
        let mut restricted = Restricted::default();
        let spans = known(Span::new(0, 19));
        assert_eq!(restricted.restrict(&diagrams, both, &spans), Link::FALSE);
        let spans = known(Span::new(20, 30));
        let root = restricted.restrict(&diagrams, both, &spans);
        let left: Vec<_> = restricted.nodes().iter().map(|(it, _)| *it).collect();
        assert_eq!(left, [Variable::slot(1)]);
        assert_eq!(restricted.terminals(root), [0, 1]);
        let hull = restricted.hull(root, Variable::slot(1), SPAN, &|value| value == 1);
        assert_eq!(hull, Some(Span::new(50, 100)));
    }

    #[test]
    fn a_budget_stops_an_explosion() {
        let mut builder = Builder::with_budget(10);
        let mut all = Link::TRUE;
        for slot in 0..50 {
            let test = at_least(&mut builder, slot, 1);
            all = builder.and(all, test);
        }
        assert!(builder.exhausted());
    }
}
