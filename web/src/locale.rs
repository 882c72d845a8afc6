//! Every word of the page, in one catalogue, complete in each language or it does not
//! compile; and how dates, articles and lists read.
//!
//! One language is shown, so the browser gets no more than that: what is compiled for
//! wasm32 knows the order of the catalogue and no word of it. The words come as a file a
//! language, made from this catalogue ([`file`]), and fetched beside the rules.
//!
//! The words of the rules themselves come with the pack ([`mingbai_core::Texts`]).

mod file;

use mingbai_core::{Date, Decimal, Language, Verdict};

use self::file::Argument;
use crate::number::{self, Sum};

#[cfg(not(target_arch = "wasm32"))]
pub use file::content;
pub use file::{WordsError, name, take};

/// The page's words in one language; empty where their file has not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Language);

/// One entry a string: its name, its arguments, then 简体, 繁體, English, and `one:` where
/// English says it otherwise for a single thing.
macro_rules! catalogue {
    ($($name:ident $(($n:ident: $type:ty $(, $more:ident: $more_type:ty)*))? {
        $hans:literal, $hant:literal, $en:literal $(, one: $one:literal)?
    })*) => {
        /// What the words of a file are for, in its order.
        #[expect(non_camel_case_types, reason = "each is named as its function")]
        enum Entry { $($name),* }

        /// How many entries there are.
        const COUNT: usize = [$(stringify!($name)),*].len();

        /// All there is to say, to tell one catalogue from another.
        const CONTENT: &str = concat!($(
            stringify!($name $(, $n $(, $more)*)?), "\n",
            $hans, "\n", $hant, "\n", $en, "\n", $($one, "\n",)?
        )*);

        #[cfg(not(target_arch = "wasm32"))]
        const CATALOGUE: [file::Said; COUNT] = [$(file::Said {
            arguments: &[$(stringify!($n) $(, stringify!($more))*)?],
            words: [$hans, $hant, $en],
            one: catalogue!(@one $($one)?),
        }),*];

        impl Words {
            $(catalogue!(@entry $name $(($n: $type $(, $more: $more_type)*))?
                $hans, $hant, $en $(, $one)?);)*
        }
    };
    (@one) => { None };
    (@one $one:literal) => { Some($one) };
    (@entry $name:ident $hans:literal, $hant:literal, $en:literal) => {
        #[doc = $hans]
        #[inline(always)] // one call; as a function of its own each would cost more bytes
        pub fn $name(self) -> &'static str {
            self.text(Entry::$name)
        }
    };
    (@entry $name:ident ($n:ident: $type:ty $(, $more:ident: $more_type:ty)*)
        $hans:literal, $hant:literal, $en:literal $(, $one:literal)?) => {
        #[doc = $hans]
        pub fn $name(self, $n: $type $(, $more: $more_type)*) -> String {
            // Each language names arguments that there are, or this does not compile.
            const _: fn($type $(, $more_type)*) = |$n $(, $more)*| {
                let _ = (
                    format_args!($hans), format_args!($hant), format_args!($en),
                    $(format_args!($one),)?
                );
            };
            self.fill(Entry::$name, &[$n.into() $(, $more.into())*])
        }
    };
}

catalogue! {
    // ------------------------------------------------------------------ the bar
    brand { "明白", "明白", "Mingbai" }
    product { "科技政策自测", "科技政策自測", "technology award check" }
    large_print { "大字版", "大字版", "Large print" }
    dark { "深色", "深色", "Dark" }
    light { "浅色", "淺色", "Light" }
    language { "语言", "語言", "Language" }
    settings { "设置", "設定", "Settings" }

    // ------------------------------------------------------------------ start
    start_title {
        "查一查，您能申报哪些科技政策",
        "查一查，您能申報哪些科技政策",
        "See which technology awards you can apply for"
    }
    start_lead {
        "回答几个问题，当场看到符合哪些、金额多少、还差什么，写在哪一条。",
        "回答幾個問題，當場看到符合哪些、金額多少、還差什麼，寫在哪一條。",
        "Answer a few questions and see at once which awards you qualify for, how much they are, what is missing, and which article says so."
    }
    start_button { "开始", "開始", "Start" }
    start_again { "接着答", "接著答", "Carry on" }
    start_time {
        "约\u{a0}5\u{a0}分钟，通常 10\u{a0}到\u{a0}15\u{a0}题",
        "約\u{a0}5\u{a0}分鐘，通常 10\u{a0}到\u{a0}15\u{a0}題",
        "About 5 minutes, 10 to 15 questions"
    }
    browse_all { "先看全部政策", "先看全部政策", "Browse all awards first" }
    privacy_title { "答案不离开这台设备", "答案不離開這台裝置", "Your answers stay on this device" }
    privacy_text {
        "不用登录，计算都在您的浏览器里。关掉网页就清空，除非您选择存在本机。",
        "不用登入，計算都在您的瀏覽器裡。關掉網頁就清空，除非您選擇存在本機。",
        "No account. Everything is worked out in your browser and gone when you close the page, unless you choose to keep it."
    }
    unsure_title { "不清楚也能往下答", "不清楚也能往下答", "Not sure? Carry on" }
    unsure_text {
        "每一题都可以选“不清楚”。先看到结果，想起来了再回头补。",
        "每一題都可以選「不清楚」。先看到結果，想起來了再回頭補。",
        "Every question takes “not sure”. See results first, fill in the rest when you know."
    }
    limits_title { "这是自评，不是审批", "這是自評，不是審批", "A self-check, not a decision" }
    limits_text {
        "结果帮您判断值不值得报。能否获得，以主管部门受理和公示为准。",
        "結果幫您判斷值不值得報。能否獲得，以主管部門受理和公示為準。",
        "It helps you judge what is worth applying for. The competent department decides."
    }
    ready_title { "手边有这些会更快", "手邊有這些會更快", "Handy to have beside you" }
    ready_licence {
        "营业执照或登记证书上的住所",
        "營業執照或登記證書上的住所",
        "The registered address on your business licence or certificate"
    }
    ready_certificates {
        "高新技术企业证书，今年的认定和获奖文件",
        "高新技術企業證書，今年的認定和獲獎文件",
        "Your high-tech enterprise certificate; this year’s recognitions and prizes"
    }
    ready_figures {
        "本年度发明专利授权件数、上年度研发费用，大概的数也行",
        "本年度發明專利授權件數、上年度研發費用，大概的數也行",
        "Invention patents granted this year, last year’s R&D costs; rough figures will do"
    }
    coverage_title { "现在能查的城市", "現在能查的城市", "Cities covered" }
    sample { "结果示例", "結果示例", "What a result looks like" }
    sample_cite(place: &str) { "依据：{place}", "依據：{place}", "Source: {place}" }
    sample_lead(names: &str) { "主管：{names}", "主管：{names}", "In charge: {names}" }

    // ------------------------------------------------------------------ questions
    part(n: usize, of: usize) {
        "第\u{a0}{n}\u{a0}部分，共\u{a0}{of}\u{a0}部分",
        "第\u{a0}{n}\u{a0}部分，共\u{a0}{of}\u{a0}部分",
        "Part {n} of {of}", one: "Part {n} of {of}"
    }
    left(n: usize) {
        "大约还有\u{a0}{n}\u{a0}题", "大約還有\u{a0}{n}\u{a0}題",
        "about {n} questions left", one: "about 1 question left"
    }
    editing { "修改回答", "修改回答", "changing an answer" }
    next { "下一步", "下一步", "Next" }
    save { "改好了", "改好了", "Done" }
    back { "上一步", "上一步", "Back" }
    yes { "是", "是", "Yes" }
    no { "否", "否", "No" }
    not_sure { "不清楚", "不清楚", "Not sure" }
    none_of_these { "以上都没有", "以上都沒有", "None of these" }
    rest_unsure { "其余不清楚", "其餘不清楚", "Not sure about the rest" }
    rest_unsure_hint {
        "没勾的不按“没有”算，想起来再补",
        "沒勾的不按「沒有」算，想起來再補",
        "unticked is not counted as “no”; add them when you know"
    }
    know_exactly { "知道准确数", "知道準確數", "I know the exact figure" }
    exactly { "准确数", "準確數", "exact" }
    roughly { "大概", "大概", "roughly" }
    know_roughly { "只知道大概", "只知道大概", "I only know roughly" }
    roughly_hint { "填最少和最多", "填最少和最多", "give the least and the most" }
    least { "最少", "最少", "At least" }
    most { "最多", "最多", "At most" }
    city { "城市", "城市", "City" }
    district { "区市", "區市", "District" }
    other_city { "其他城市", "其他城市", "Another city" }
    choose { "请选择", "請選擇", "Choose" }
    year_month_day { "年-月-日", "年-月-日", "year-month-day" }
    yuan { "元", "元", "yuan" }
    year { "年", "年", "" }
    example_money { "20万", "20萬", "200,000" }
    in_yuan(figure: &str) { "{figure}\u{a0}元", "{figure}\u{a0}元", "CNY\u{a0}{figure}" }
    reading_twice(sum: &str, yuan: &str) { "{sum}（{yuan}）", "{sum}（{yuan}）", "{sum} ({yuan})" }
    reading(amount: &str) { "读作 {amount}", "讀作 {amount}", "Read as {amount}" }
    why { "为什么问这个", "為什麼問這個", "Why we ask" }
    why_count(n: usize) {
        "有\u{a0}{n}\u{a0}项政策要看这一题：", "有\u{a0}{n}\u{a0}項政策要看這一題：",
        "{n} awards depend on this:", one: "One award depends on this:"
    }
    why_more(n: usize) {
        "还有另外\u{a0}{n}\u{a0}项", "還有另外\u{a0}{n}\u{a0}項",
        "and {n} more", one: "and one more"
    }
    why_basic {
        "每项政策都写明了给谁。先定下这个，后面无关的题就不再问。",
        "每項政策都寫明了給誰。先定下這個，後面無關的題就不再問。",
        "Every award says whom it is for. Knowing this first spares you questions that do not concern you."
    }
    answered(n: usize) {
        "已回答\u{a0}{n}\u{a0}题", "已回答\u{a0}{n}\u{a0}題",
        "{n} answered", one: "1 answered"
    }
    answered_hint {
        "随时可以改，结果跟着变", "隨時可以改，結果跟著變",
        "change any of them, the results follow"
    }
    edit { "改", "改", "Change" }
    edit_name(name: &str) { "：{name}", "：{name}", ": {name}" }
    start_over { "清空重来", "清空重來", "Clear and start over" }

    // ------------------------------------------------------------------ what was refused
    errors(n: usize) {
        "这一页有\u{a0}{n}\u{a0}处要改", "這一頁有\u{a0}{n}\u{a0}處要改",
        "{n} things to correct on this page", one: "One thing to correct on this page"
    }
    error_of(name: &str, what: &str) { "{name}：{what}", "{name}：{what}", "{name}: {what}" }
    pick_one {
        "请选一项；拿不准就选“不清楚”。",
        "請選一項；拿不準就選「不清楚」。",
        "Choose one; if you are not sure, choose “Not sure”."
    }
    pick_some {
        "请勾选，或选“以上都没有”“其余不清楚”。",
        "請勾選，或選「以上都沒有」「其餘不清楚」。",
        "Tick what applies, or “None of these”, or “Not sure about the rest”."
    }
    refused_empty(example: &str) {
        "请填一个数，例如 {example}；不知道就选“不清楚”。",
        "請填一個數，例如 {example}；不知道就選「不清楚」。",
        "Enter a number, such as {example}; if you do not know it, choose “Not sure”."
    }
    refused_not_exact(text: &str, example: &str) {
        "“{text}”不是准数。请填准确的数，例如 {example}；只有大概的数，就选“只知道大概”。",
        "「{text}」不是準數。請填準確的數，例如 {example}；只有大概的數，就選「只知道大概」。",
        "“{text}” is not an exact number. Enter one, such as {example}; if you only know it roughly, say so below."
    }
    refused_not_number(text: &str, example: &str) {
        "“{text}”读不出一个准确的数。请只填数，例如 {example}。",
        "「{text}」讀不出一個準確的數。請只填數，例如 {example}。",
        "“{text}” cannot be read as one number. Enter a number alone, such as {example}."
    }
    refused_not_whole(text: &str, example: &str) {
        "“{text}”不是整数。请填整数，例如 {example}。",
        "「{text}」不是整數。請填整數，例如 {example}。",
        "“{text}” is not a whole number. Enter one, such as {example}."
    }
    refused_too_fine(decimals: u32) {
        "小数点后最多填\u{a0}{decimals}\u{a0}位。", "小數點後最多填\u{a0}{decimals}\u{a0}位。",
        "At most {decimals} decimals.", one: "At most one decimal."
    }
    refused_below(min: &str) {
        "不能小于\u{a0}{min}。", "不能小於\u{a0}{min}。", "It cannot be less than {min}."
    }
    refused_above(max: &str) {
        "不能大于\u{a0}{max}。请看看是不是多填了零。",
        "不能大於\u{a0}{max}。請看看是不是多填了零。",
        "It cannot be more than {max}. Is there a zero too many?"
    }
    refused_unit(found: &str, unit: &str) {
        "“{found}”不是这里的单位，这里要填{unit}。",
        "「{found}」不是這裡的單位，這裡要填{unit}。",
        "“{found}” is not the unit here; enter {unit}."
    }
    refused_unit_none(found: &str, example: &str) {
        "这里不用“{found}”。请只填数，例如 {example}。",
        "這裡不用「{found}」。請只填數，例如 {example}。",
        "No “{found}” here. Enter a number alone, such as {example}."
    }
    refused_span {
        "“最少”比“最多”还大，请对调或改正。",
        "「最少」比「最多」還大，請對調或改正。",
        "“At least” is more than “at most”. Swap or correct them."
    }
    refused_date(example: &str) {
        "请填年月日，例如 {example}。", "請填年月日，例如 {example}。",
        "Enter year, month and day, such as {example}."
    }
    refused_place {
        "请选城市。", "請選城市。", "Choose the city."
    }

    // ------------------------------------------------------------------ results
    results { "目前的结果", "目前的結果", "Results so far" }
    results_final { "您的结果", "您的結果", "Your results" }
    results_final_hint {
        "没有要问的了。答过的随时可以改，结果跟着变。",
        "沒有要問的了。答過的隨時可以改，結果跟著變。",
        "There is nothing left to ask. Change any answer and the results follow."
    }
    see_results { "看结果", "看結果", "Results" }
    close { "收起", "收起", "Close" }
    items(n: usize) { "{n}\u{a0}项", "{n}\u{a0}項", "{n}", one: "1" }
    items_long(n: usize) { "{n}\u{a0}项", "{n}\u{a0}項", "{n} awards", one: "1 award" }
    eligible { "可申报", "可申報", "You can apply" }
    undetermined { "还差信息", "還差資訊", "Information missing" }
    needs_review { "待主管部门判断", "待主管部門判斷", "For the authority to judge" }
    ineligible { "暂不符合", "暫不符合", "Not yet" }
    received { "已享受", "已享受", "Already received" }
    sum_certain { "可直接申报，金额确定", "可直接申報，金額確定", "Certain, if you apply" }
    sum_none { "还没有金额确定的", "還沒有金額確定的", "No certain amount yet" }
    part_ceiling { "只写了上限", "只寫了上限", "Only a ceiling is stated" }
    part_open { "金额待定", "金額待定", "Amount not settled yet" }
    part_selective { "择优或竞争", "擇優或競爭", "Selective or competitive" }
    part_tax { "税收优惠", "稅收優惠", "Tax preferences" }
    part_unspecified { "金额未载明", "金額未載明", "Amount not stated" }
    part_in_kind { "服务、荣誉或实物", "服務、榮譽或實物", "Services, honours, in kind" }
    part_not_now { "未生效、已过期或草案", "未生效、已過期或草案", "Not in force, expired or draft" }
    not_counted { "不计金额", "不計金額", "not summed" }
    overlap_note {
        "其中有不能同时享受的，合计已按最多能得的算。",
        "其中有不能同時享受的，合計已按最多能得的算。",
        "Some of these exclude each other; the sum counts only what may be had together."
    }
    caveat { "时效待核：", "時效待核：", "Validity to be checked: " }
    caveat_expiry {
        "依据没有写明有效期。申报前先向主管部门核实。",
        "依據沒有寫明有效期。申報前先向主管部門核實。",
        "the documents state no expiry. Check with the department before you apply."
    }
    caveat_superseded {
        "依据没有写明有效期，且另有新文件。申报前先向主管部门核实。",
        "依據沒有寫明有效期，且另有新文件。申報前先向主管部門核實。",
        "the documents state no expiry and there is a later one. Check with the department before you apply."
    }
    more(n: usize) {
        "另有\u{a0}{n}\u{a0}项", "另有\u{a0}{n}\u{a0}項", "{n} more", one: "1 more"
    }
    list_all { "全部列出", "全部列出", "List all" }
    elsewhere(n: usize) {
        "{n}\u{a0}项面向其他申请人，已收起", "{n}\u{a0}項面向其他申請人，已收起",
        "{n} awards are for other kinds of applicants", one: "1 award is for another kind of applicant"
    }
    for_others { "面向其他申请人", "面向其他申請人", "For other kinds of applicants" }
    met(n: usize, of: usize) {
        "满足 {n}/{of}", "滿足 {n}/{of}", "{n} of {of} met", one: "{n} of {of} met"
    }
    met_computable(n: usize) {
        "能算的\u{a0}{n}\u{a0}条都满足", "能算的\u{a0}{n}\u{a0}條都滿足",
        "all {n} computable criteria met", one: "the computable criterion is met"
    }
    just_now { "刚刚符合", "剛剛符合", "New" }
    nothing_eligible { "目前没有可申报的", "目前沒有可申報的", "Nothing to apply for yet" }
    nothing_eligible_text(n: usize, near: usize) {
        "在与您有关的政策里，{near}\u{a0}项只差一点，{n}\u{a0}项还差信息。",
        "在與您有關的政策裡，{near}\u{a0}項只差一點，{n}\u{a0}項還差資訊。",
        "Of the awards that concern you, {near} are close and {n} need information.",
        one: "Of the awards that concern you, {near} are close and 1 needs information."
    }
    nothing_yet { "答下一题，就会开始有结果", "答下一題，就會開始有結果", "Results begin with the next answer" }
    recorded(name: &str) { "{name}现收录", "{name}現收錄", "Covered in {name}" }
    concern_you { "与您有关", "與您有關", "May concern you" }
    concern_others { "面向其他申请人", "面向其他申請人", "For other kinds of applicants" }
    search { "搜政策名称或条款", "搜政策名稱或條款", "Search titles and articles" }
    search_none(text: &str) {
        "没有含“{text}”的政策。", "沒有含「{text}」的政策。", "No award contains “{text}”."
    }
    filter { "筛选", "篩選", "Filter" }
    filter_all { "全部", "全部", "All" }
    filter_money { "有金额", "有金額", "Money" }
    filter_tax { "税收优惠", "稅收優惠", "Tax" }
    filter_other { "服务、荣誉及其他", "服務、榮譽及其他", "Services, honours, other" }
    all_title { "全部政策", "全部政策", "All awards" }
    all_hint(name: &str, n: usize) {
        "{name}现收录\u{a0}{n}\u{a0}项。点开一项，只答能定下它的题。",
        "{name}現收錄\u{a0}{n}\u{a0}項。點開一項，只答能定下它的題。",
        "{n} awards of {name} are covered. Open one and answer only what decides it."
    }
    back_to_questions { "回到答题", "回到答題", "Back to the questions" }
    back_to_results { "回到结果", "回到結果", "Back to the results" }
    back_to_start { "回到开头", "回到開頭", "Back to the start" }

    // ------------------------------------------------------------------ money
    up_to { "最高", "最高", "up to" }
    tax_preference { "税收优惠", "稅收優惠", "tax preference" }
    unspecified { "金额未载明", "金額未載明", "amount not stated" }
    in_kind { "实物支持", "實物支持", "in kind" }
    service { "服务", "服務", "a service" }
    recognition { "荣誉", "榮譽", "a recognition" }
    open_amount { "金额待定", "金額待定", "not settled yet" }
    no_formula { "文件未给算法", "文件未給算法", "no formula given" }
    per_year { "每年", "每年", "a year" }
    per_once { "一次性", "一次性", "once" }
    per_item { "每项", "每項", "each" }
    selective { "择优", "擇優", "selective" }
    competitive { "竞争", "競爭", "competitive" }
    case_by_case { "一事一议", "一事一議", "case by case" }
    share_of(percent: &str) { "费用的 {percent}%", "費用的 {percent}%", "{percent}% of the cost" }
    part_of(base: &str, percent: &str) {
        "{base}的\u{a0}{percent}%", "{base}的\u{a0}{percent}%", "{percent}% of {base}"
    }
    capped(said: &str) { "{said}，封顶", "{said}，封頂", "{said}, capped" }
    matched { "按上级资金配套", "按上級資金配套", "matches a superior grant" }
    each_unit(sum: &str) { "每项 {sum}", "每項 {sum}", "{sum} each" }
    span(least: &str, most: &str) { "{least} 至 {most}", "{least} 至 {most}", "{least} to {most}" }

    // ------------------------------------------------------------------ one award
    criteria { "申报条件", "申報條件", "Criteria" }
    amount { "金额", "金額", "Amount" }
    how_far { "还差多少", "還差多少", "How far" }
    unclear { "没写清的地方", "沒寫清的地方", "What the text leaves open" }
    validity { "时效", "時效", "Validity" }
    source { "依据", "依據", "Source" }
    department { "主管部门", "主管部門", "Department" }
    next_steps { "下一步", "下一步", "What to do next" }
    days(from: &str, until: &str) { "{from} 至 {until}", "{from} 至 {until}", "{from} to {until}" }
    apply_open(dates: &str) { "{dates}，正在受理", "{dates}，正在受理", "Open now: {dates}" }
    apply_later(dates: &str) { "{dates}，尚未开始", "{dates}，尚未開始", "Not open yet: {dates}" }
    apply_over(dates: &str) { "{dates}，已经截止", "{dates}，已經截止", "Closed: {dates}" }
    contact(who: &str) { "咨询：{who}", "諮詢：{who}", "Ask: {who}" }
    apply { "去申报（在新窗口打开）", "去申報（在新視窗開啟）", "Apply (opens in a new window)" }
    apply_at(link: &str) { "申报：{link}", "申報：{link}", "Apply: {link}" }
    in_charge_unknown { "文件没有写明", "文件沒有寫明", "not stated" }
    status_met { "已满足：", "已滿足：", "Met: " }
    status_unmet { "不满足：", "不滿足：", "Not met: " }
    status_open { "还不知道：", "還不知道：", "Not known yet: " }
    status_review { "由主管部门判断：", "由主管部門判斷：", "For the authority: " }
    your_answer(value: &str) { "您答：{value}", "您答：{value}", "You answered: {value}" }
    of(name: &str, said: &str) { "{name}，{said}", "{name}，{said}", "{name}: {said}" }
    would_qualify(steps: &str) {
        "{steps}，就够条件。", "{steps}，就夠條件。", "{steps}: that would qualify you."
    }
    and_also { "，并且", "，並且", ", and " }
    not_answered { "还没有回答", "還沒有回答", "not answered yet" }
    answered_unsure { "您答：不清楚", "您答：不清楚", "You answered: not sure" }
    implied { "文件没有明说，按通常的前提计", "文件沒有明說，按通常的前提計", "not said in the text, but presupposed by it" }
    answer_now { "现在回答", "現在回答", "Answer now" }
    decide_one(question: &str) {
        "答一题就能定：{question}", "答一題就能定：{question}", "One answer decides it: {question}"
    }
    decide_unsure(question: &str) {
        "您答了“不清楚”：{question}现在补上", "您答了「不清楚」：{question}現在補上",
        "You were not sure: {question} Fill it in"
    }
    decide_first(question: &str, n: usize) {
        "还差\u{a0}{n}\u{a0}题，先答：{question}", "還差\u{a0}{n}\u{a0}題，先答：{question}",
        "{n} answers missing, first: {question}"
    }
    change_answer { "改回答", "改回答", "Change the answer" }
    any_of { "下面满足一条即可", "下面滿足一條即可", "any one of these" }
    in_force { "在有效期内", "在有效期內", "In force" }
    not_yet { "尚未生效", "尚未生效", "Not yet in force" }
    expired { "已过有效期", "已過有效期", "Expired" }
    draft { "征求意见稿", "徵求意見稿", "Draft for comment" }
    expiry_not_stated { "未载明有效期", "未載明有效期", "No expiry stated" }
    superseded { "可能已被新文件取代", "可能已被新文件取代", "May have been replaced by a later document" }
    superseded_by(title: &str) {
        "《{title}》主题相近。这一项还执不执行，要问主管部门。",
        "《{title}》主題相近。這一項還執不執行，要問主管部門。",
        "“{title}” is on the same subject. Ask the department whether this award still runs."
    }
    expiry_not_stated_text {
        "文件没有写到哪一天为止。申报前先核实。",
        "文件沒有寫到哪一天為止。申報前先核實。",
        "The document does not say until when. Check before you apply."
    }
    draft_text {
        "还没有正式发布，不能据此申报，不计入合计。",
        "還沒有正式發布，不能據此申報，不計入合計。",
        "Not adopted; nothing can be applied for yet, and nothing is summed."
    }
    from_to(from: &str, until: &str) { "{from} 起，至 {until}", "{from} 起，至 {until}", "{from} to {until}" }
    from_on(from: &str) { "{from} 起", "{from} 起", "from {from}" }
    until_on(until: &str) { "至 {until}", "至 {until}", "until {until}" }
    standing_short { "时效待核", "時效待核", "validity unconfirmed" }
    standing_draft { "草案", "草案", "draft" }
    standing_expired { "已过期", "已過期", "expired" }
    standing_not_yet { "未生效", "未生效", "not yet in force" }
    cite(title: &str, article: &str) { "{title}{article}", "{title}{article}", "{title}, {article}" }
    document_title(title: &str) { "《{title}》", "《{title}》", "{title}" }
    step_ask(name: &str) {
        "请{name}确认今年是否受理、何时受理。", "請{name}確認今年是否受理、何時受理。",
        "Ask {name} whether and when applications are taken this year."
    }
    step_answer { "先补上还差的那一题。", "先補上還差的那一題。", "First answer what is still missing." }
    step_prepare { "备好能证明上面各条的材料。", "備好能證明上面各條的材料。", "Have proof of each criterion at hand." }
    step_verify { "先问清这份文件现在还执不执行。", "先問清這份文件現在還執不執行。", "First ask whether the document still applies." }
    the_department { "主管部门", "主管部門", "the department" }

    // ------------------------------------------------------------------ states
    loading { "正在载入规则", "正在載入規則", "Loading the rules" }
    failed_title { "规则没有载入成功", "規則沒有載入成功", "The rules did not load" }
    failed_network {
        "可能是网络断了，或网站正在更新。您已经答的都还在。",
        "可能是網路斷了，或網站正在更新。您已經答的都還在。",
        "The network may be down, or the site is being updated. Your answers are still here."
    }
    failed_broken {
        "网站上的规则文件有问题，不是您的操作造成的。您已经答的都还在。",
        "網站上的規則檔案有問題，不是您的操作造成的。您已經答的都還在。",
        "The site’s rule file is faulty; you did nothing wrong. Your answers are still here."
    }
    failed_newer {
        "网站刚更新过，这个页面还是旧的。请刷新页面再试。您已经答的都还在。",
        "網站剛更新過，這個頁面還是舊的。請重新整理頁面再試。您已經答的都還在。",
        "The site has been updated and this page is old. Reload it. Your answers are still here."
    }
    failed_missing {
        "这里还没有这个城市的规则。您已经答的都还在。",
        "這裡還沒有這個城市的規則。您已經答的都還在。",
        "There are no rules for this city here. Your answers are still here."
    }
    retry { "再试一次", "再試一次", "Try again" }
    failed_code(code: &str) {
        "反映问题时请说明：{code}", "反映問題時請說明：{code}", "When you report this, quote: {code}"
    }
    city_title { "还没有收录这个城市的政策", "還沒有收錄這個城市的政策", "This city is not covered yet" }
    city_text {
        "这里的政策都要求注册在本市，所以外地的单位暂时没有结果。这不等于当地没有政策。",
        "這裡的政策都要求註冊在本市，所以外地的單位暫時沒有結果。這不等於當地沒有政策。",
        "The awards here ask for registration in the city itself, so there are no results for others yet. That does not mean your city has none."
    }
    city_have { "现在有规则的城市：", "現在有規則的城市：", "Cities with rules:" }
    city_choose_again { "重新选城市", "重新選城市", "Choose again" }

    // ------------------------------------------------------------------ foot
    foot_all { "浏览全部政策", "瀏覽全部政策", "Browse all awards" }
    foot_accessibility { "无障碍说明", "無障礙說明", "Accessibility" }
    foot_version(version: &str) { "规则版本 {version}", "規則版本 {version}", "Rules {version}" }
    foot_joint { "，", "，", ", " }
    foot_date(date: &str) { "按 {date} 计", "按 {date} 計", "as of {date}" }

    // ------------------------------------------------------------------ take away
    take { "带走", "帶走", "Take it with you" }
    print { "打印自评单", "列印自評單", "Print the report" }
    print_now { "打印或存为 PDF", "列印或存為 PDF", "Print or save as PDF" }
    print_hint { "可以打印，也可以存成 PDF。", "可以列印，也可以存成 PDF。", "Print it, or save it as a PDF." }
    export(kind: &str) { "导出 {kind}", "匯出 {kind}", "Export {kind}" }
    report_title { "科技政策自评单", "科技政策自評單", "Technology award self-check" }
    report_date { "自评日期", "自評日期", "Date" }
    report_rules { "规则版本", "規則版本", "Rules" }
    report_place { "辖区", "轄區", "Jurisdiction" }
    report_unit { "单位名称", "單位名稱", "Organisation" }
    report_person { "填表人", "填表人", "Filled in by" }
    report_eligible { "可申报", "可申報", "You can apply" }
    report_open { "还差信息、待判断、接近符合", "還差資訊、待判斷、接近符合", "Information missing, to be judged, or close" }
    report_answers { "您的回答", "您的回答", "Your answers" }
    report_policy { "政策", "政策", "Award" }
    report_missing { "还差什么", "還差什麼", "What is missing" }
    report_total(n: usize) { "{n}\u{a0}项合计", "{n}\u{a0}項合計", "{n} awards together", one: "1 award" }
    report_end_source(title: &str) {
        "依据：{title}。条号即该文件的条号。", "依據：{title}。條號即該文件的條號。",
        "Source: {title}. Article numbers are those of the document."
    }
    report_end_limits {
        "本单由申请人自行填答生成，供内部参考，不是申报材料，也不是审批结论；能否获得及具体金额，以主管部门受理、审核和公示为准。答案没有离开生成本单的设备。",
        "本單由申請人自行填答產生，供內部參考，不是申報材料，也不是審批結論；能否獲得及具體金額，以主管部門受理、審核和公示為準。答案沒有離開產生本單的裝置。",
        "Made from the applicant’s own answers, for reference only: neither an application nor a decision. Whether and how much is granted is for the competent department to decide and publish. The answers have not left the device on which this was made."
    }

    // ------------------------------------------------------------------ said aloud
    say_change(n: usize, sum: &str) {
        "可申报\u{a0}{n}\u{a0}项，{sum}。", "可申報\u{a0}{n}\u{a0}項，{sum}。",
        "You can apply for {n} awards, {sum}.", one: "You can apply for 1 award, {sum}."
    }
    say_none { "目前还没有可申报的。", "目前還沒有可申報的。", "Nothing to apply for yet." }
    say_new(titles: &str) { "刚刚符合：{titles}。", "剛剛符合：{titles}。", "New: {titles}." }
    summary_none(n: usize) {
        "还差信息\u{a0}{n}\u{a0}项", "還差資訊\u{a0}{n}\u{a0}項", "{n} need information", one: "1 needs information"
    }
    summary_left(n: usize) {
        "还差约\u{a0}{n}\u{a0}题", "還差約\u{a0}{n}\u{a0}題", "about {n} questions left", one: "about 1 question left"
    }
    summary_done { "都答完了", "都答完了", "all answered" }
    summary_eligible(n: usize) {
        "可申报\u{a0}{n}\u{a0}项", "可申報\u{a0}{n}\u{a0}項", "{n} to apply for", one: "1 to apply for"
    }

    // ------------------------------------------------------------------ keep, share, export
    carry { "保存、分享、导出", "儲存、分享、匯出", "Keep, share, export" }
    keep { "把回答存在本机", "把回答存在本機", "Keep my answers on this device" }
    keep_hint {
        "只存在这个浏览器里，下次打开接着答；用这台设备的人都能看到。取消勾选，马上删掉。",
        "只存在這個瀏覽器裡，下次打開接著答；用這台裝置的人都能看到。取消勾選，馬上刪掉。",
        "Kept in this browser only, to carry on next time; anybody who uses this device can see them. Untick to erase them at once."
    }
    share { "复制链接", "複製連結", "Copy a link" }
    share_warning {
        "链接里带着您的回答，拿到链接的人都看得到。只发给您信得过的人。",
        "連結裡帶著您的回答，拿到連結的人都看得到。只發給您信得過的人。",
        "The link contains your answers: whoever has it can read them. Send it only to people you trust."
    }
    share_anyway { "知道了，复制", "知道了，複製", "I understand, copy it" }
    share_link { "带着回答的链接", "帶著回答的連結", "The link with your answers" }
    share_copied { "已复制，可以粘贴了。", "已複製，可以貼上了。", "Copied; you can paste it." }
    share_by_hand {
        "浏览器不让自动复制。请选中下面的链接，自己复制。",
        "瀏覽器不讓自動複製。請選取下面的連結，自己複製。",
        "The browser does not allow copying. Select the link below and copy it yourself."
    }
    import { "打开以前导出的 JSON", "打開以前匯出的 JSON", "Open an exported JSON file" }
    notice_opened {
        "已打开带来的回答，随时可以改。", "已打開帶來的回答，隨時可以改。",
        "The answers were opened; change any of them."
    }
    notice_kept {
        "接着用上次存在本机的回答。", "接著用上次存在本機的回答。",
        "Carrying on with the answers kept on this device."
    }
    notice_older {
        "规则更新过。回答都还用得上，请看一遍再用结果。",
        "規則更新過。回答都還用得上，請看一遍再用結果。",
        "The rules have changed since. All answers still fit; look them over before you use the results."
    }
    notice_lost(n: usize) {
        "规则不同了，有\u{a0}{n}\u{a0}个回答对不上，没有采用。请看一遍，把缺的补上。",
        "規則不同了，有\u{a0}{n}\u{a0}個回答對不上，沒有採用。請看一遍，把缺的補上。",
        "The rules are different: {n} answers do not fit and were left out. Look them over and fill in what is missing.",
        one: "The rules are different: one answer does not fit and was left out. Look them over and fill it in."
    }
    notice_unreadable {
        "这里读不出回答，可能不完整，或是由更新的网页生成的。请重新答，或另要一份。",
        "這裡讀不出回答，可能不完整，或是由更新的網頁產生的。請重新答，或另要一份。",
        "No answers could be read from this; it may be cut off, or made by a newer page. Answer afresh, or ask for another one."
    }
    notice_not_kept {
        "浏览器不让存，回答没有存下来。可以改用导出。",
        "瀏覽器不讓存，回答沒有存下來。可以改用匯出。",
        "The browser does not allow this; nothing was kept. You can export instead."
    }
    question { "问题", "問題", "Question" }
    answer { "回答", "回答", "Answer" }
    verdict { "判定", "判定", "Verdict" }
    had_it { "这项已经享受过", "這項已經享受過", "We already received this" }
    had_it_not { "没有享受过，改回来", "沒有享受過，改回來", "Not received after all" }
    had_it_text {
        "只给一次，已经享受过就不能再报。",
        "只給一次，已經享受過就不能再報。",
        "It is granted once; having received it, you cannot apply again."
    }

    // ------------------------------------------------------------------ joining
    comma { "、", "、", ", " }
    semicolon { "；", "；", "; " }
    stop { "。", "。", "." }
}

impl Words {
    /// The words of an entry, arguments not yet in their places.
    fn text(self, entry: Entry) -> &'static String {
        static NONE: String = String::new();
        file::of(self.0).get(entry as usize).unwrap_or(&NONE)
    }

    /// The words of an entry with its arguments in their places.
    fn fill(self, entry: Entry, arguments: &[Argument<'_>]) -> String {
        file::fill(self.text(entry), arguments)
    }

    /// Whether they are there.
    pub fn known(self) -> bool {
        !file::of(self.0).is_empty()
    }

    /// A language's own name, for the switch.
    pub fn own_name(language: Language) -> &'static str {
        match language {
            Language::ChineseSimplified => "简体中文",
            Language::ChineseTraditional => "繁體中文",
            Language::English => "English",
        }
    }

    /// What a verdict is called.
    pub fn of_verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Eligible => self.eligible(),
            Verdict::Undetermined => self.undetermined(),
            Verdict::NeedsReview => self.needs_review(),
            Verdict::Ineligible => self.ineligible(),
            Verdict::Received => self.received(),
        }
    }

    /// A sum of money in this language.
    pub fn sum(self, yuan: Decimal) -> Sum {
        number::sum(yuan, self.0)
    }

    /// A number with its unit: 17 件.
    pub fn with_unit(self, number: Decimal, unit: Option<&str>) -> String {
        let figure = number::group(number);
        match unit.filter(|unit| !unit.is_empty()) {
            Some(unit) => format!("{figure}\u{a0}{unit}"),
            None => figure,
        }
    }

    /// A day: 2026 年 11 月 20 日, `20 November 2026`.
    pub fn date(self, date: Date) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self.0 {
            Language::English => {
                let index = usize::from(month).saturating_sub(1);
                let month = MONTHS.get(index).copied().unwrap_or("");
                format!("{day}\u{a0}{month}\u{a0}{year}")
            }
            _ => format!("{year}\u{a0}年 {month}\u{a0}月 {day}\u{a0}日"),
        }
    }

    /// An article as a document numbers it: `14` is 第十四条, `保障措施-2` is
    /// 保障措施第二条.
    pub fn article(self, article: &str) -> String {
        let (place, number) = match article.rsplit_once('-') {
            Some((place, number)) => (place, number),
            None => ("", article),
        };
        let Ok(count) = number.parse::<u32>() else {
            return article.to_owned();
        };
        match self.0 {
            Language::ChineseSimplified => format!("{place}第{}条", chinese(count)),
            Language::ChineseTraditional => format!("{place}第{}條", chinese(count)),
            Language::English if place.is_empty() => format!("Art.\u{a0}{count}"),
            Language::English => {
                // The parts of the documents that are cited outside their articles.
                let place = match place {
                    "保障措施" => "Safeguards",
                    "政策保障" => "Policy guarantees",
                    other => other,
                };
                format!("{place}, item\u{a0}{count}")
            }
        }
    }
}

/// A count up to 99 in Chinese figures; larger ones in digits.
fn chinese(count: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let word = |digit: u32| {
        let index = usize::try_from(digit).unwrap_or(0);
        DIGITS.get(index).copied().unwrap_or("")
    };
    match count {
        0 => "零".to_owned(),
        1..10 => word(count).to_owned(),
        10..20 => format!("十{}", word(count - 10)),
        20..100 => format!("{}十{}", word(count / 10), word(count % 10)),
        _ => count.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_read_as_the_document_numbers_them() {
        let check = |article: &str, expect: [&str; 3]| {
            assert_eq!(Language::ALL.map(|l| Words(l).article(article)), expect);
        };
        check("14", ["第十四条", "第十四條", "Art.\u{a0}14"]);
        check("20", ["第二十条", "第二十條", "Art.\u{a0}20"]);
        check(
            "保障措施-2",
            ["保障措施第二条", "保障措施第二條", "Safeguards, item\u{a0}2"],
        );
        check("附则", ["附则", "附则", "附则"]);
    }

    #[test]
    fn one_thing_is_said_otherwise_in_english() {
        let words = Words(Language::English);
        assert_eq!(words.left(1), "about 1 question left");
        assert_eq!(words.left(2), "about 2 questions left");
    }
}
