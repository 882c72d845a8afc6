//! The interview: the question left, the results right.

use yew::prelude::*;

use super::{View, asked};
use crate::view::answers::answers;
use crate::view::results::Extent;
use crate::view::step::{Step, step};

pub(super) fn question(view: &View<'_>) -> Html {
    let (Some(asking), Some(question)) = (&view.state.asking, view.state.question())
    else {
        return Html::default();
    };
    let name = view.rules.texts.sections.get(&question.section);
    let (part, of) = view.state.progress(&question.section);
    let where_we_are = Step {
        section: name.cloned().unwrap_or_default(),
        part,
        of,
        left: view.state.left_known(),
        editing: asking.paused.is_some(),
    };
    let asked = asked(view, asking);
    html! {
        <div class="mb-layout">
            <div class="mb-main">
                { step(view.words, &where_we_are) }
                { crate::view::question::question(&asked, question) }
                { answers(view.words, &view.state.given, view.dispatch) }
            </div>
            if !view.state.sheet {
                <aside class="mb-aside" aria-label={view.words.results()}>
                    { view.results(Extent::Pane) }
                </aside>
            }
        </div>
    }
}
