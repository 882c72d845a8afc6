//! Reward words: where a text promises something.

/// The words by which a text promises something. An article that has one of them has an
/// award, or says why it has none.
pub(crate) const REWARD_WORDS: [&str; 9] =
    ["奖励", "补助", "补贴", "资助", "配套", "优惠", "择优", "一事一议", "最高"];

/// Where `word` stands among characters of [`super::letters`], first characters in order.
pub(super) fn places(letters: &[char], word: &str) -> Vec<usize> {
    let word: Vec<char> = word.chars().collect();
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(rest) = letters.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with(&word) {
            places.push(at);
            at += word.len().max(1);
        } else {
            at += 1;
        }
    }
    places
}

/// At most 12 characters around the ones from `start` to `end`, on one line.
pub(super) fn context(letters: &[char], start: usize, end: usize) -> String {
    const LONGEST: usize = 12;
    let spare = LONGEST.saturating_sub(end.saturating_sub(start));
    let from = start.saturating_sub(spare / 2);
    let to = (end + spare.div_ceil(2)).min(letters.len()).min(from + LONGEST);
    let around = letters.get(from..to).unwrap_or_default();
    around.iter().map(|it| if it.is_whitespace() { ' ' } else { *it }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::letters;
    use super::*;

    #[test]
    fn words_are_found_in_both_scripts() {
        let check = |text: &str, word: &str, expect: &[usize]| {
            assert_eq!(places(&letters(text), word), expect, "{text}");
        };
        check("给予奖励,配套奖励", "奖励", &[2, 7]);
        check("給予獎勵", "奖励", &[2]);
        check("“一事一议”", "一事一议", &[1]);
        check("最高最高", "最高", &[0, 2]);
        check("", "最高", &[]);
    }

    #[test]
    fn context_is_short() {
        let text = letters("甲乙丙丁戊己庚辛壬癸子丑寅卯");
        assert_eq!(context(&text, 0, 2), "甲乙丙丁戊己庚");
        assert_eq!(context(&text, 6, 8), "乙丙丁戊己庚辛壬癸子丑寅");
        assert_eq!(context(&text, 0, 14).chars().count(), 12);
        assert_eq!(context(&text, 12, 14), "辛壬癸子丑寅卯");
    }
}
