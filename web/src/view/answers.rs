//! The list of answers given, each with a way to change it.

use yew::prelude::*;

use super::list;

use super::Dispatch;
use crate::locale::Words;
use crate::session::Action;
use crate::shown::Given;

/// The list; nothing while nothing was answered.
pub fn answers(words: Words, given: &[Given], dispatch: &Dispatch) -> Html {
    if given.is_empty() {
        return Html::default();
    }
    let entry = |given: &Given| {
        let edit = dispatch.on::<MouseEvent>(Action::Ask(given.question.clone()));
        html! {
            <div class="mb-ans" key={given.question.as_str()}>
                <dt>{ given.name.clone() }</dt>
                <dd class={given.unsure.then_some("mb-quiet")}>{ given.value.clone() }</dd>
                <dd class="mb-ans__edit">
                    <button class="mb-linkish" type="button" data-edit={given.question.to_string()}
                        onclick={edit}>
                        { words.edit() }<span class="mb-vh">{ words.edit_name(&given.name) }</span>
                    </button>
                </dd>
            </div>
        }
    };
    html! {
        <section class="mb-answers">
            <div class="mb-answers__head">
                <h3>{ words.answered(given.len()) }</h3>
                <span class="mb-quiet mb-small">{ words.answered_hint() }</span>
            </div>
            <dl>{ list(&mut (given.iter().map(entry)).into_iter()) }</dl>
            <p class="mb-answers__end">
                <button class="mb-linkish" type="button" data-action="clear"
                    onclick={dispatch.on::<MouseEvent>(Action::Clear)}>{ words.start_over() }</button>
            </p>
        </section>
    }
}
