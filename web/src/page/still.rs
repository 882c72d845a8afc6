//! What stays as it is while a question is being answered: it is neither drawn nor compared
//! with what was drawn, since an option or a figure changes the draft alone.

use std::cell::Cell;

use yew::virtual_dom::VComp;

use super::{Of, Piece, PieceProps};
use crate::view::markup::Markup;

/// A part of the page without anything of the draft in it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// The bar.
    Bar,
    /// How far the interview is.
    Step,
    /// The answers given, and what can be done with them.
    Given,
    /// The results beside a question.
    Aside,
    /// The summary, the sheet and the foot.
    Below,
}

/// Which parts have been drawn in this turn.
#[derive(Debug, Default)]
pub(super) struct Stills {
    turn: u32,
    drawn: Cell<u8>,
}

impl Stills {
    /// Something other than the draft may have changed.
    pub(super) fn turn(&mut self) {
        self.turn += 1;
        self.drawn.set(0);
    }

    /// A part, drawn once a turn: after that it is only said to be there still. What is on
    /// the page beside it stays the same in a turn, so that it always is.
    pub(super) fn draw(&self, part: Part, draw: impl FnOnce() -> Markup) -> Markup {
        let html = if self.stands(part) { None } else { Some(draw()) };
        self.still(html)
    }

    /// Whether a part has been drawn in this turn; from now on it has.
    #[inline(never)]
    fn stands(&self, part: Part) -> bool {
        let (drawn, part) = (self.drawn.get(), 1 << part as u8);
        self.drawn.set(drawn | part);
        drawn & part != 0
    }

    #[inline(never)]
    fn still(&self, drawn: Option<Markup>) -> Markup {
        let drawn = Cell::new(drawn.map(Markup::html).unwrap_or_default());
        let props = PieceProps { of: Of::Still(self.turn, drawn) };
        Markup::drawn(VComp::new::<Piece>(props.into(), None).into())
    }
}
