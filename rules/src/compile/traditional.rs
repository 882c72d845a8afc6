//! Simplified Chinese in the traditional script.

use std::sync::OnceLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

/// Converts by OpenCC's dictionaries, characters in the forms that are usual in print
/// (裡 麵 眾 為 rather than 裏 麪 衆 爲). Words stay those of the mainland: the authority
/// that grants an award uses them.
pub(crate) fn traditional(simplified: &str) -> String {
    static CONVERTER: OnceLock<Option<OpenCC>> = OnceLock::new();
    // The dictionaries are built into the program: a test shows that they load.
    let converter =
        CONVERTER.get_or_init(|| OpenCC::from_config(BuiltinConfig::S2tw).ok());
    match converter {
        Some(converter) => {
            let converted = settled(&converter.convert(simplified));
            // The yearly settlement of taxes gathers (匯), it is no collection (彙).
            converted.replace("彙算清繳", "匯算清繳")
        }
        None => simplified.to_owned(),
    }
}

/// Puts right what the dictionaries, which look at neighbours only, get wrong in the prose
/// of rules: 只 before a verb is no measure word, and who signs does not draw lots.
fn settled(converted: &str) -> String {
    let mut settled = String::with_capacity(converted.len());
    let mut before = ' ';
    for character in converted.chars() {
        let counted = "一二兩三四五六七八九十百千幾每半這那".contains(before);
        let right = match character {
            '隻' if !counted => '只',
            '籤' if !"標書抽牙竹".contains(before) => '簽',
            other => other,
        };
        settled.push(right);
        before = right;
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(simplified: &str, expect: &str) {
        assert_eq!(traditional(simplified), expect);
    }

    #[test]
    fn one_character_may_stand_for_several() {
        check("发展 头发 干部 后来 皇后", "發展 頭髮 幹部 後來 皇后");
        check("众创空间里面有一只台风", "眾創空間裡面有一隻颱風");
    }

    #[test]
    fn administrative_words_keep_their_characters() {
        check("核准 复核 制度 征收 准备 余额", "核准 複核 制度 徵收 準備 餘額");
        check("为企业提供杠杆、台账", "為企業提供槓桿、臺賬");
        check("企业所得税汇算清缴，材料汇总", "企業所得稅匯算清繳，材料彙總");
    }

    #[test]
    fn only_and_signed_are_no_measure_word_and_no_lot() {
        check("是不是只奖园区，还是只给企业", "是不是只獎園區，還是只給企業");
        check("市级政府签的协议，标签", "市級政府簽的協議，標籤");
    }
}
