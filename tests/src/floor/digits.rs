//! The awards of Weihai on machine integers that somebody else has read, checked and scaled:
//! below what any program does that starts from answers.
//!
//! Written by `cargo run -p mingbai-tests --bin floor`; not to be edited.
#![allow(
    clippy::all,
    reason = "written from the rules by a program: a line for each criterion, as it stands there"
)]

use mingbai_core::{Decimal, Value, Verdict};

/// Verdict and amount of one award; sums in hundredths of a fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Determined {
    /// What it comes to.
    pub verdict: Verdict,
    /// The least.
    pub min: i64,
    /// The most; `None` where nothing bounds it.
    pub max: Option<i64>,
}

/// How many awards there are.
pub const AWARDS: usize = 101;

/// Everything about an applicant.
#[derive(Clone, Debug)]
pub struct Applicant {
    /// A fact.
    pub registered_in: u32,
    /// A fact.
    pub applicant_kind: u8,
    /// A fact.
    pub enterprise_size: u8,
    /// A fact.
    pub is_above_scale_industrial: bool,
    /// A fact.
    pub is_tech_enterprise: bool,
    /// A fact.
    pub is_foreign_talent: bool,
    /// A fact.
    pub rd_expense_cny: i64,
    /// A fact.
    pub hnte_event: u8,
    /// A fact.
    pub hnte_valid: bool,
    /// A fact.
    pub tech_sme_listed: bool,
    /// A fact.
    pub in_gazelle_pool: bool,
    /// A fact.
    pub gazelle_certified: bool,
    /// A fact.
    pub key_industry_tech_project: bool,
    /// A fact.
    pub common_tech_project: bool,
    /// A fact.
    pub can_lead_major_project: bool,
    /// A fact.
    pub talent_team_project: bool,
    /// A fact.
    pub civil_military_project: bool,
    /// A fact.
    pub sets_up_rd_unit: bool,
    /// A fact.
    pub overseas_rd_established: bool,
    /// A fact.
    pub direct_financing_activity: bool,
    /// A fact.
    pub invention_patents_granted_year: i64,
    /// A fact.
    pub invention_grants_provincial_rank: i64,
    /// A fact.
    pub china_patent_gold_count: i64,
    /// A fact.
    pub china_design_gold_count: i64,
    /// A fact.
    pub china_patent_excellence_count: i64,
    /// A fact.
    pub shandong_patent_special_count: i64,
    /// A fact.
    pub shandong_patent_first_count: i64,
    /// A fact.
    pub shandong_patent_second_count: i64,
    /// A fact.
    pub shandong_core_ip_count: i64,
    /// A fact.
    pub national_ip_demo_this_year: bool,
    /// A fact.
    pub national_ip_advantage_this_year: bool,
    /// A fact.
    pub is_ip_agency: bool,
    /// A fact.
    pub agency_local_invention_grants_year: i64,
    /// A fact.
    pub patent_operation_pilot: bool,
    /// A fact.
    pub patent_navigation_cost_cny: i64,
    /// A fact.
    pub national_top_science_award: bool,
    /// A fact.
    pub provincial_top_science_award: bool,
    /// A fact.
    pub national_sci_award_special_count: i64,
    /// A fact.
    pub national_sci_award_first_count: i64,
    /// A fact.
    pub national_sci_award_second_count: i64,
    /// A fact.
    pub national_award_first_unit: bool,
    /// A fact.
    pub provincial_sci_award_first: bool,
    /// A fact.
    pub provincial_sci_award_first_prize_cny: i64,
    /// A fact.
    pub provincial_sci_award_second: bool,
    /// A fact.
    pub provincial_sci_award_second_prize_cny: i64,
    /// A fact.
    pub provincial_sci_award_third: bool,
    /// A fact.
    pub provincial_sci_award_third_prize_cny: i64,
    /// A fact.
    pub new_rd_institution_mode: u8,
    /// A fact.
    pub has_cobuilding_agreement: bool,
    /// A fact.
    pub leads_industrial_tech_institute: bool,
    /// A fact.
    pub leads_municipal_tic: bool,
    /// A fact.
    pub tic_provincial: bool,
    /// A fact.
    pub tic_national: bool,
    /// A fact.
    pub clinical_center_municipal: bool,
    /// A fact.
    pub clinical_first_review_passed: bool,
    /// A fact.
    pub clinical_center_upgraded_to: u8,
    /// A fact.
    pub platform_status: u8,
    /// A fact.
    pub platform_in_listed_field: bool,
    /// A fact.
    pub setup_in_weihai_plan: bool,
    /// A fact.
    pub research_body_settles_in_weihai: bool,
    /// A fact.
    pub from_military_reform: bool,
    /// A fact.
    pub operates_univ_sci_park: bool,
    /// A fact.
    pub univ_park_cultivated_tech_enterprises: bool,
    /// A fact.
    pub univ_park_provincial: bool,
    /// A fact.
    pub univ_park_national: bool,
    /// A fact.
    pub intl_base_national: bool,
    /// A fact.
    pub intl_base_provincial: bool,
    /// A fact.
    pub voucher_service_category: u8,
    /// A fact.
    pub is_tech_service_agency: bool,
    /// A fact.
    pub tech_service_income_cny: i64,
    /// A fact.
    pub agency_rated_excellent: bool,
    /// A fact.
    pub agency_misconduct: bool,
    /// A fact.
    pub is_tech_transfer_agency: bool,
    /// A fact.
    pub tech_trade_role: u8,
    /// A fact.
    pub instrument_sharing_role: u8,
    /// A fact.
    pub tt_demo_national: bool,
    /// A fact.
    pub tt_demo_provincial: bool,
    /// A fact.
    pub tech_market_award_national: bool,
    /// A fact.
    pub tech_market_award_provincial: bool,
    /// A fact.
    pub is_sci_service_practitioner: bool,
    /// A fact.
    pub carrier_level: u8,
    /// A fact.
    pub hnte_graduates_year: i64,
    /// A fact.
    pub incubator_national: bool,
    /// A fact.
    pub makerspace_national_specialised: bool,
    /// A fact.
    pub xingchuang_tiandi: bool,
    /// A fact.
    pub brand_incubator_provincial: bool,
    /// A fact.
    pub brand_incubator_provincial_funds_cny: i64,
    /// A fact.
    pub brand_makerspace_provincial: bool,
    /// A fact.
    pub brand_makerspace_provincial_funds_cny: i64,
    /// A fact.
    pub event_organiser_role: u8,
    /// A fact.
    pub event_level: u8,
    /// A fact.
    pub contest_national_finalists: i64,
    /// A fact.
    pub contest_prize_won: bool,
    /// A fact.
    pub contest_national_prize_cny: i64,
    /// A fact.
    pub tase_certified: bool,
    /// A fact.
    pub bank_riskcomp_registered: bool,
    /// A fact.
    pub conversion_loan_loss_cny: i64,
    /// A fact.
    pub national_torch_base: bool,
    /// A fact.
    pub torch_base_superior_funds_cny: i64,
    /// A fact.
    pub national_innovative_cluster: bool,
    /// A fact.
    pub innovative_cluster_superior_funds_cny: i64,
    /// A fact.
    pub national_hightech_base: bool,
    /// A fact.
    pub hightech_base_superior_funds_cny: i64,
    /// A fact.
    pub national_innovation_carrier: bool,
    /// A fact.
    pub innovation_carrier_superior_funds_cny: i64,
    /// A fact.
    pub key_project_in_cluster: bool,
    /// A fact.
    pub hnte_tax_increment_cny: i64,
    /// A fact.
    pub national_innovative_county: bool,
    /// A fact.
    pub innovative_town: bool,
    /// A fact.
    pub is_national_hightech_zone: bool,
    /// A fact.
    pub hightech_rank_places_gained: i64,
    /// A fact.
    pub talent_programme_selected: bool,
    /// A fact.
    pub heads_high_growth_tech_enterprise: bool,
    /// A fact.
    pub is_sci_commissioner: bool,
    /// A fact.
    pub commissioner_rated_excellent: bool,
    /// A fact.
    pub party_org_recommended: bool,
    /// A fact.
    pub has_volunteer_points: bool,
}

impl Applicant {
    /// From the values of the pack's facts, in its order.
    pub fn new(values: &[Value]) -> Option<Self> {
        let mut values = values.iter();
        Some(Self {
            registered_in: match values.next()? {
                Value::Jurisdiction(place) => place.code(),
                _ => 0,
            },
            applicant_kind: option(
                values.next()?,
                &[
                    "enterprise",
                    "university",
                    "vocational-college",
                    "research-institute",
                    "medical-institution",
                    "other-public-institution",
                    "financial-institution",
                    "social-organisation",
                    "individual",
                    "team",
                    "district-government",
                    "town-government",
                    "national-zone-administration",
                    "zone-administration",
                    "other",
                ],
            ),
            enterprise_size: option(
                values.next()?,
                &["large", "medium", "small", "micro"],
            ),
            is_above_scale_industrial: *values.next()? == Value::YesNo(true),
            is_tech_enterprise: *values.next()? == Value::YesNo(true),
            is_foreign_talent: *values.next()? == Value::YesNo(true),
            rd_expense_cny: number(values.next()?, 100),
            hnte_event: option(values.next()?, &["none", "first", "renewal"]),
            hnte_valid: *values.next()? == Value::YesNo(true),
            tech_sme_listed: *values.next()? == Value::YesNo(true),
            in_gazelle_pool: *values.next()? == Value::YesNo(true),
            gazelle_certified: *values.next()? == Value::YesNo(true),
            key_industry_tech_project: *values.next()? == Value::YesNo(true),
            common_tech_project: *values.next()? == Value::YesNo(true),
            can_lead_major_project: *values.next()? == Value::YesNo(true),
            talent_team_project: *values.next()? == Value::YesNo(true),
            civil_military_project: *values.next()? == Value::YesNo(true),
            sets_up_rd_unit: *values.next()? == Value::YesNo(true),
            overseas_rd_established: *values.next()? == Value::YesNo(true),
            direct_financing_activity: *values.next()? == Value::YesNo(true),
            invention_patents_granted_year: number(values.next()?, 1),
            invention_grants_provincial_rank: number(values.next()?, 1),
            china_patent_gold_count: number(values.next()?, 1),
            china_design_gold_count: number(values.next()?, 1),
            china_patent_excellence_count: number(values.next()?, 1),
            shandong_patent_special_count: number(values.next()?, 1),
            shandong_patent_first_count: number(values.next()?, 1),
            shandong_patent_second_count: number(values.next()?, 1),
            shandong_core_ip_count: number(values.next()?, 1),
            national_ip_demo_this_year: *values.next()? == Value::YesNo(true),
            national_ip_advantage_this_year: *values.next()? == Value::YesNo(true),
            is_ip_agency: *values.next()? == Value::YesNo(true),
            agency_local_invention_grants_year: number(values.next()?, 1),
            patent_operation_pilot: *values.next()? == Value::YesNo(true),
            patent_navigation_cost_cny: number(values.next()?, 100),
            national_top_science_award: *values.next()? == Value::YesNo(true),
            provincial_top_science_award: *values.next()? == Value::YesNo(true),
            national_sci_award_special_count: number(values.next()?, 1),
            national_sci_award_first_count: number(values.next()?, 1),
            national_sci_award_second_count: number(values.next()?, 1),
            national_award_first_unit: *values.next()? == Value::YesNo(true),
            provincial_sci_award_first: *values.next()? == Value::YesNo(true),
            provincial_sci_award_first_prize_cny: number(values.next()?, 100),
            provincial_sci_award_second: *values.next()? == Value::YesNo(true),
            provincial_sci_award_second_prize_cny: number(values.next()?, 100),
            provincial_sci_award_third: *values.next()? == Value::YesNo(true),
            provincial_sci_award_third_prize_cny: number(values.next()?, 100),
            new_rd_institution_mode: option(
                values.next()?,
                &["none", "self-built", "government-introduced-or-joint"],
            ),
            has_cobuilding_agreement: *values.next()? == Value::YesNo(true),
            leads_industrial_tech_institute: *values.next()? == Value::YesNo(true),
            leads_municipal_tic: *values.next()? == Value::YesNo(true),
            tic_provincial: *values.next()? == Value::YesNo(true),
            tic_national: *values.next()? == Value::YesNo(true),
            clinical_center_municipal: *values.next()? == Value::YesNo(true),
            clinical_first_review_passed: *values.next()? == Value::YesNo(true),
            clinical_center_upgraded_to: option(
                values.next()?,
                &["none", "provincial", "national"],
            ),
            platform_status: option(
                values.next()?,
                &["none", "existing", "newly-recognised", "outstanding"],
            ),
            platform_in_listed_field: *values.next()? == Value::YesNo(true),
            setup_in_weihai_plan: *values.next()? == Value::YesNo(true),
            research_body_settles_in_weihai: *values.next()? == Value::YesNo(true),
            from_military_reform: *values.next()? == Value::YesNo(true),
            operates_univ_sci_park: *values.next()? == Value::YesNo(true),
            univ_park_cultivated_tech_enterprises: *values.next()? == Value::YesNo(true),
            univ_park_provincial: *values.next()? == Value::YesNo(true),
            univ_park_national: *values.next()? == Value::YesNo(true),
            intl_base_national: *values.next()? == Value::YesNo(true),
            intl_base_provincial: *values.next()? == Value::YesNo(true),
            voucher_service_category: option(
                values.next()?,
                &[
                    "none",
                    "rd-service",
                    "instrument-sharing",
                    "hnte-cultivation",
                    "rd-subsidy",
                    "tech-transfer",
                    "sci-consulting",
                    "incubation-environment",
                    "other",
                ],
            ),
            is_tech_service_agency: *values.next()? == Value::YesNo(true),
            tech_service_income_cny: number(values.next()?, 100),
            agency_rated_excellent: *values.next()? == Value::YesNo(true),
            agency_misconduct: *values.next()? == Value::YesNo(true),
            is_tech_transfer_agency: *values.next()? == Value::YesNo(true),
            tech_trade_role: option(
                values.next()?,
                &["none", "supplier", "buyer", "both"],
            ),
            instrument_sharing_role: option(
                values.next()?,
                &["none", "provider", "user", "both"],
            ),
            tt_demo_national: *values.next()? == Value::YesNo(true),
            tt_demo_provincial: *values.next()? == Value::YesNo(true),
            tech_market_award_national: *values.next()? == Value::YesNo(true),
            tech_market_award_provincial: *values.next()? == Value::YesNo(true),
            is_sci_service_practitioner: *values.next()? == Value::YesNo(true),
            carrier_level: option(
                values.next()?,
                &["none", "district", "municipal", "provincial", "national"],
            ),
            hnte_graduates_year: number(values.next()?, 1),
            incubator_national: *values.next()? == Value::YesNo(true),
            makerspace_national_specialised: *values.next()? == Value::YesNo(true),
            xingchuang_tiandi: *values.next()? == Value::YesNo(true),
            brand_incubator_provincial: *values.next()? == Value::YesNo(true),
            brand_incubator_provincial_funds_cny: number(values.next()?, 100),
            brand_makerspace_provincial: *values.next()? == Value::YesNo(true),
            brand_makerspace_provincial_funds_cny: number(values.next()?, 100),
            event_organiser_role: option(
                values.next()?,
                &["none", "organiser", "leader", "co-organiser", "participant"],
            ),
            event_level: option(
                values.next()?,
                &["none", "district", "municipal", "provincial", "national"],
            ),
            contest_national_finalists: number(values.next()?, 1),
            contest_prize_won: *values.next()? == Value::YesNo(true),
            contest_national_prize_cny: number(values.next()?, 100),
            tase_certified: *values.next()? == Value::YesNo(true),
            bank_riskcomp_registered: *values.next()? == Value::YesNo(true),
            conversion_loan_loss_cny: number(values.next()?, 100),
            national_torch_base: *values.next()? == Value::YesNo(true),
            torch_base_superior_funds_cny: number(values.next()?, 100),
            national_innovative_cluster: *values.next()? == Value::YesNo(true),
            innovative_cluster_superior_funds_cny: number(values.next()?, 100),
            national_hightech_base: *values.next()? == Value::YesNo(true),
            hightech_base_superior_funds_cny: number(values.next()?, 100),
            national_innovation_carrier: *values.next()? == Value::YesNo(true),
            innovation_carrier_superior_funds_cny: number(values.next()?, 100),
            key_project_in_cluster: *values.next()? == Value::YesNo(true),
            hnte_tax_increment_cny: number(values.next()?, 100),
            national_innovative_county: *values.next()? == Value::YesNo(true),
            innovative_town: *values.next()? == Value::YesNo(true),
            is_national_hightech_zone: *values.next()? == Value::YesNo(true),
            hightech_rank_places_gained: number(values.next()?, 1),
            talent_programme_selected: *values.next()? == Value::YesNo(true),
            heads_high_growth_tech_enterprise: *values.next()? == Value::YesNo(true),
            is_sci_commissioner: *values.next()? == Value::YesNo(true),
            commissioner_rated_excellent: *values.next()? == Value::YesNo(true),
            party_org_recommended: *values.next()? == Value::YesNo(true),
            has_volunteer_points: *values.next()? == Value::YesNo(true),
        })
    }
}

/// Determines every award, in the order of the pack.
pub fn assess(it: &Applicant, out: &mut [Determined; AWARDS]) {
    let registered_in = it.registered_in;
    let applicant_kind = it.applicant_kind;
    let enterprise_size = it.enterprise_size;
    let is_above_scale_industrial = it.is_above_scale_industrial;
    let is_tech_enterprise = it.is_tech_enterprise;
    let is_foreign_talent =
        if matches!(applicant_kind, 8 | 9) { it.is_foreign_talent } else { false };
    let rd_expense_cny = it.rd_expense_cny;
    let hnte_event = it.hnte_event;
    let hnte_valid = it.hnte_valid;
    let tech_sme_listed = it.tech_sme_listed;
    let in_gazelle_pool = it.in_gazelle_pool;
    let gazelle_certified = it.gazelle_certified;
    let key_industry_tech_project = it.key_industry_tech_project;
    let common_tech_project = it.common_tech_project;
    let can_lead_major_project = it.can_lead_major_project;
    let talent_team_project = it.talent_team_project;
    let civil_military_project = it.civil_military_project;
    let sets_up_rd_unit = it.sets_up_rd_unit;
    let overseas_rd_established = it.overseas_rd_established;
    let direct_financing_activity = it.direct_financing_activity;
    let invention_patents_granted_year = it.invention_patents_granted_year;
    let invention_grants_provincial_rank = it.invention_grants_provincial_rank;
    let china_patent_gold_count = it.china_patent_gold_count;
    let china_design_gold_count = it.china_design_gold_count;
    let china_patent_excellence_count = it.china_patent_excellence_count;
    let shandong_patent_special_count = it.shandong_patent_special_count;
    let shandong_patent_first_count = it.shandong_patent_first_count;
    let shandong_patent_second_count = it.shandong_patent_second_count;
    let shandong_core_ip_count = it.shandong_core_ip_count;
    let national_ip_demo_this_year = it.national_ip_demo_this_year;
    let national_ip_advantage_this_year = it.national_ip_advantage_this_year;
    let is_ip_agency = it.is_ip_agency;
    let agency_local_invention_grants_year = it.agency_local_invention_grants_year;
    let patent_operation_pilot = it.patent_operation_pilot;
    let patent_navigation_cost_cny = it.patent_navigation_cost_cny;
    let national_top_science_award = if matches!(applicant_kind, 8 | 9) {
        it.national_top_science_award
    } else {
        false
    };
    let provincial_top_science_award = if matches!(applicant_kind, 8 | 9) {
        it.provincial_top_science_award
    } else {
        false
    };
    let national_sci_award_special_count = it.national_sci_award_special_count;
    let national_sci_award_first_count = it.national_sci_award_first_count;
    let national_sci_award_second_count = it.national_sci_award_second_count;
    let national_award_first_unit = if (national_sci_award_special_count > 0
        || national_sci_award_first_count > 0
        || national_sci_award_second_count > 0)
    {
        it.national_award_first_unit
    } else {
        false
    };
    let provincial_sci_award_first = it.provincial_sci_award_first;
    let provincial_sci_award_first_prize_cny = if provincial_sci_award_first {
        it.provincial_sci_award_first_prize_cny
    } else {
        0
    };
    let provincial_sci_award_second = it.provincial_sci_award_second;
    let provincial_sci_award_second_prize_cny = if provincial_sci_award_second {
        it.provincial_sci_award_second_prize_cny
    } else {
        0
    };
    let provincial_sci_award_third = it.provincial_sci_award_third;
    let provincial_sci_award_third_prize_cny = if provincial_sci_award_third {
        it.provincial_sci_award_third_prize_cny
    } else {
        0
    };
    let new_rd_institution_mode = it.new_rd_institution_mode;
    let has_cobuilding_agreement = it.has_cobuilding_agreement;
    let leads_industrial_tech_institute = it.leads_industrial_tech_institute;
    let leads_municipal_tic = it.leads_municipal_tic;
    let tic_provincial = it.tic_provincial;
    let tic_national = it.tic_national;
    let clinical_center_municipal = it.clinical_center_municipal;
    let clinical_first_review_passed = it.clinical_first_review_passed;
    let clinical_center_upgraded_to = it.clinical_center_upgraded_to;
    let platform_status = it.platform_status;
    let platform_in_listed_field =
        if !(matches!(platform_status, 0)) { it.platform_in_listed_field } else { false };
    let setup_in_weihai_plan = it.setup_in_weihai_plan;
    let research_body_settles_in_weihai = it.research_body_settles_in_weihai;
    let from_military_reform = it.from_military_reform;
    let operates_univ_sci_park = it.operates_univ_sci_park;
    let univ_park_cultivated_tech_enterprises = it.univ_park_cultivated_tech_enterprises;
    let univ_park_provincial = it.univ_park_provincial;
    let univ_park_national = it.univ_park_national;
    let intl_base_national = it.intl_base_national;
    let intl_base_provincial = it.intl_base_provincial;
    let voucher_service_category = it.voucher_service_category;
    let is_tech_service_agency = it.is_tech_service_agency;
    let tech_service_income_cny = it.tech_service_income_cny;
    let agency_rated_excellent = it.agency_rated_excellent;
    let agency_misconduct = it.agency_misconduct;
    let is_tech_transfer_agency = it.is_tech_transfer_agency;
    let tech_trade_role = it.tech_trade_role;
    let instrument_sharing_role = it.instrument_sharing_role;
    let tt_demo_national = it.tt_demo_national;
    let tt_demo_provincial = it.tt_demo_provincial;
    let tech_market_award_national = it.tech_market_award_national;
    let tech_market_award_provincial = it.tech_market_award_provincial;
    let is_sci_service_practitioner = if matches!(applicant_kind, 8 | 9) {
        it.is_sci_service_practitioner
    } else {
        false
    };
    let carrier_level = it.carrier_level;
    let hnte_graduates_year =
        if !(matches!(carrier_level, 0)) { it.hnte_graduates_year } else { 0 };
    let incubator_national = it.incubator_national;
    let makerspace_national_specialised = it.makerspace_national_specialised;
    let xingchuang_tiandi = it.xingchuang_tiandi;
    let brand_incubator_provincial = it.brand_incubator_provincial;
    let brand_incubator_provincial_funds_cny = if brand_incubator_provincial {
        it.brand_incubator_provincial_funds_cny
    } else {
        0
    };
    let brand_makerspace_provincial = it.brand_makerspace_provincial;
    let brand_makerspace_provincial_funds_cny = if brand_makerspace_provincial {
        it.brand_makerspace_provincial_funds_cny
    } else {
        0
    };
    let event_organiser_role = it.event_organiser_role;
    let event_level =
        if !(matches!(event_organiser_role, 0)) { it.event_level } else { 0 };
    let contest_national_finalists = it.contest_national_finalists;
    let contest_prize_won = it.contest_prize_won;
    let contest_national_prize_cny =
        if contest_prize_won { it.contest_national_prize_cny } else { 0 };
    let tase_certified = it.tase_certified;
    let bank_riskcomp_registered =
        if (matches!(applicant_kind, 6) || matches!(applicant_kind, 0)) {
            it.bank_riskcomp_registered
        } else {
            false
        };
    let conversion_loan_loss_cny =
        if (matches!(applicant_kind, 6) || matches!(applicant_kind, 0)) {
            it.conversion_loan_loss_cny
        } else {
            0
        };
    let national_torch_base = it.national_torch_base;
    let torch_base_superior_funds_cny =
        if national_torch_base { it.torch_base_superior_funds_cny } else { 0 };
    let national_innovative_cluster = it.national_innovative_cluster;
    let innovative_cluster_superior_funds_cny = if national_innovative_cluster {
        it.innovative_cluster_superior_funds_cny
    } else {
        0
    };
    let national_hightech_base = it.national_hightech_base;
    let hightech_base_superior_funds_cny =
        if national_hightech_base { it.hightech_base_superior_funds_cny } else { 0 };
    let national_innovation_carrier = it.national_innovation_carrier;
    let innovation_carrier_superior_funds_cny = if national_innovation_carrier {
        it.innovation_carrier_superior_funds_cny
    } else {
        0
    };
    let key_project_in_cluster = it.key_project_in_cluster;
    let hnte_tax_increment_cny = if matches!(applicant_kind, 10 | 11 | 12 | 13) {
        it.hnte_tax_increment_cny
    } else {
        0
    };
    let national_innovative_county = if matches!(applicant_kind, 10 | 11 | 12 | 13) {
        it.national_innovative_county
    } else {
        false
    };
    let innovative_town = if matches!(applicant_kind, 10 | 11 | 12 | 13) {
        it.innovative_town
    } else {
        false
    };
    let is_national_hightech_zone = if matches!(applicant_kind, 10 | 11 | 12 | 13) {
        it.is_national_hightech_zone
    } else {
        false
    };
    let hightech_rank_places_gained = if matches!(applicant_kind, 10 | 11 | 12 | 13) {
        it.hightech_rank_places_gained
    } else {
        0
    };
    let talent_programme_selected = it.talent_programme_selected;
    let heads_high_growth_tech_enterprise = it.heads_high_growth_tech_enterprise;
    let is_sci_commissioner = it.is_sci_commissioner;
    let commissioner_rated_excellent = it.commissioner_rated_excellent;
    let party_org_recommended = it.party_org_recommended;
    let has_volunteer_points = it.has_volunteer_points;
    // weihai-brand-incubator-match
    out[0] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && brand_incubator_provincial),
        min: brand_incubator_provincial_funds_cny.saturating_mul(100),
        max: Some(brand_incubator_provincial_funds_cny.saturating_mul(100)),
    };
    // weihai-brand-makerspace-match
    out[1] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && brand_makerspace_provincial),
        min: brand_makerspace_provincial_funds_cny.saturating_mul(100),
        max: Some(brand_makerspace_provincial_funds_cny.saturating_mul(100)),
    };
    // weihai-china-design-gold
    out[2] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && china_design_gold_count >= 1),
        min: china_design_gold_count.saturating_mul(3000000000),
        max: Some(china_design_gold_count.saturating_mul(3000000000)),
    };
    // weihai-china-patent-excellence
    out[3] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && china_patent_excellence_count >= 1),
        min: china_patent_excellence_count.saturating_mul(2000000000),
        max: Some(china_patent_excellence_count.saturating_mul(2000000000)),
    };
    // weihai-china-patent-gold
    out[4] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && china_patent_gold_count >= 1),
        min: china_patent_gold_count.saturating_mul(10000000000),
        max: Some(china_patent_gold_count.saturating_mul(10000000000)),
    };
    // weihai-civil-military-rd-programme
    out[5] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 10 | 11 | 12))
            && civil_military_project),
        min: 0,
        max: None,
    };
    // weihai-clinical-center-first-review
    out[6] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
            && clinical_center_municipal
            && clinical_first_review_passed),
        min: 10000000000,
        max: Some(10000000000),
    };
    // weihai-clinical-center-upgrade
    out[7] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
            && matches!(clinical_center_upgraded_to, 1 | 2)),
        min: 20000000000,
        max: Some(20000000000),
    };
    // weihai-cluster-key-project-preference
    out[8] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 10 | 11 | 12))
            && key_project_in_cluster),
        min: 0,
        max: None,
    };
    // weihai-common-tech-municipal-plan
    out[9] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 10 | 11 | 12))
            && common_tech_project),
        min: 0,
        max: None,
    };
    // weihai-competition-organiser
    out[10] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0 | 7 | 10 | 12)
            && matches!(event_organiser_role, 1 | 2 | 3)
            && matches!(event_level, 2 | 3 | 4)),
        min: 0,
        max: Some(10000000000),
    };
    // weihai-contest-national-final-entry
    out[11] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && contest_national_finalists >= 1),
        min: contest_national_finalists.saturating_mul(1000000000),
        max: Some(contest_national_finalists.saturating_mul(1000000000)),
    };
    // weihai-contest-prize-match
    out[12] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && contest_prize_won),
        min: contest_national_prize_cny.saturating_mul(100),
        max: Some(contest_national_prize_cny.saturating_mul(100)),
    };
    // weihai-direct-financing-support
    out[13] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && (is_tech_enterprise || hnte_valid)
            && direct_financing_activity),
        min: 0,
        max: None,
    };
    // weihai-directed-commission-project
    out[14] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 10 | 11 | 12))
            && can_lead_major_project),
        min: 0,
        max: None,
    };
    // weihai-enterprise-rd-subsidy
    out[15] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && rd_expense_cny > 0),
        min: 0,
        max: Some(100000000000),
    };
    // weihai-enterprise-rd-unit-support
    out[16] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && sets_up_rd_unit
            && (tech_sme_listed || is_above_scale_industrial)),
        min: 0,
        max: None,
    };
    // weihai-foreign-talent-equal-treatment
    out[17] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 8 | 9)
            && is_foreign_talent),
        min: 0,
        max: Some(0),
    };
    // weihai-gazelle-certified
    out[18] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && gazelle_certified),
        min: 0,
        max: None,
    };
    // weihai-gazelle-pool-funding
    out[19] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && in_gazelle_pool),
        min: 0,
        max: None,
    };
    // weihai-hd-excellent-agency-commendation
    out[20] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
            && is_tech_service_agency
            && agency_rated_excellent
            && !(agency_misconduct)),
        min: 0,
        max: Some(0),
    };
    // weihai-hd-foreign-expert-24-services
    out[21] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 8)
            && is_foreign_talent),
        min: 0,
        max: Some(0),
    };
    // weihai-hd-hnte-income-tax
    out[22] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && hnte_valid),
        min: 0,
        max: None,
    };
    // weihai-hd-innovation-voucher
    out[23] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
            && is_tech_service_agency),
        min: 0,
        max: None,
    };
    // weihai-hd-ladder-funding
    out[24] = Determined {
        verdict: judged(
            (371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && is_tech_enterprise
                && matches!(enterprise_size, 1 | 2 | 3)
                && false,
            (371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && is_tech_enterprise
                && matches!(enterprise_size, 1 | 2 | 3)
                && true,
        ),
        min: 0,
        max: None,
    };
    // weihai-hd-pioneer-individuals
    out[25] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 8)
            && is_sci_service_practitioner
            && party_org_recommended
            && has_volunteer_points),
        min: 0,
        max: Some(0),
    };
    // weihai-hd-rd-post-subsidy
    out[26] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && rd_expense_cny > 0),
        min: 0,
        max: None,
    };
    // weihai-hd-rd-super-deduction
    out[27] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
            && rd_expense_cny > 0),
        min: 0,
        max: None,
    };
    // weihai-hd-tase-income-tax
    out[28] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && tase_certified),
        min: 0,
        max: None,
    };
    // weihai-hightech-zone-rank
    out[29] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 12)
            && is_national_hightech_zone
            && hightech_rank_places_gained >= 1),
        min: hightech_rank_places_gained.saturating_mul(20000000000),
        max: Some(hightech_rank_places_gained.saturating_mul(20000000000)),
    };
    // weihai-hnte-newly-certified
    out[30] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && matches!(hnte_event, 1)),
        min: 2000000000,
        max: Some(2000000000),
    };
    // weihai-hnte-recertified
    out[31] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && matches!(hnte_event, 2)),
        min: 1000000000,
        max: Some(1000000000),
    };
    // weihai-hnte-tax-growth-reward-to-district
    out[32] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 10 | 12)
            && hnte_tax_increment_cny > 0),
        min: 0,
        max: None,
    };
    // weihai-hnte-tax-preference
    out[33] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && hnte_valid),
        min: 0,
        max: None,
    };
    // weihai-incubator-hnte-graduate
    out[34] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && matches!(carrier_level, 2 | 3 | 4)
            && hnte_graduates_year >= 1),
        min: hnte_graduates_year.saturating_mul(1000000000).min(10000000000),
        max: Some(hnte_graduates_year.saturating_mul(1000000000).min(10000000000)),
    };
    // weihai-incubator-national
    out[35] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && incubator_national),
        min: 20000000000,
        max: Some(20000000000),
    };
    // weihai-industrial-tech-institute-case-by-case
    out[36] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0 | 1 | 2 | 3)
            && leads_industrial_tech_institute),
        min: 0,
        max: None,
    };
    // weihai-industry-fund-pipeline
    out[37] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && is_tech_enterprise),
        min: 0,
        max: Some(0),
    };
    // weihai-innovation-voucher-inclusive
    out[38] = Determined {
        verdict: judged(
            (371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && (matches!(voucher_service_category, 5 | 6 | 7 | 1 | 2 | 3 | 4)
                    || (matches!(voucher_service_category, 8) && false)),
            (371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && (matches!(voucher_service_category, 5 | 6 | 7 | 1 | 2 | 3 | 4)
                    || (matches!(voucher_service_category, 8) && true)),
        ),
        min: 0,
        max: None,
    };
    // weihai-innovative-town
    out[39] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 11)
            && innovative_town),
        min: 10000000000,
        max: Some(10000000000),
    };
    // weihai-instrument-sharing-voucher
    out[40] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && matches!(instrument_sharing_role, 1 | 2 | 3)),
        min: 0,
        max: None,
    };
    // weihai-intl-cooperation-base-national
    out[41] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && intl_base_national),
        min: 10000000000,
        max: Some(10000000000),
    };
    // weihai-intl-cooperation-base-provincial
    out[42] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && intl_base_provincial),
        min: 5000000000,
        max: Some(5000000000),
    };
    // weihai-introduce-universities-case-by-case
    out[43] = Determined {
        verdict: met(matches!(applicant_kind, 0 | 1 | 2 | 3 | 4 | 5 | 7 | 14)
            && setup_in_weihai_plan
            && (matches!(applicant_kind, 1 | 2 | 3) || is_tech_transfer_agency)),
        min: 0,
        max: None,
    };
    // weihai-invention-patents-20
    out[44] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && invention_patents_granted_year >= 20),
        min: 2000000000,
        max: Some(2000000000),
    };
    // weihai-invention-patents-top50
    out[45] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && invention_grants_provincial_rank <= 50),
        min: 3000000000,
        max: Some(3000000000),
    };
    // weihai-ip-agency-100-invention-grants
    out[46] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
            && is_ip_agency
            && agency_local_invention_grants_year > 100),
        min: 0,
        max: Some(2000000000),
    };
    // weihai-key-tech-innovation-projects
    out[47] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 10 | 11 | 12))
            && key_industry_tech_project),
        min: 0,
        max: None,
    };
    // weihai-loan-risk-compensation-municipal
    out[48] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 6)
            && bank_riskcomp_registered
            && conversion_loan_loss_cny > 0),
        min: conversion_loan_loss_cny.saturating_mul(35),
        max: Some(conversion_loan_loss_cny.saturating_mul(35)),
    };
    // weihai-loan-risk-compensation-provincial
    out[49] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 6)
            && bank_riskcomp_registered
            && conversion_loan_loss_cny > 0),
        min: conversion_loan_loss_cny.saturating_mul(35),
        max: Some(conversion_loan_loss_cny.saturating_mul(35)),
    };
    // weihai-makerspace-national-specialised
    out[50] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && makerspace_national_specialised),
        min: 20000000000,
        max: Some(20000000000),
    };
    // weihai-match-national-hightech-base
    out[51] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && national_hightech_base),
        min: hightech_base_superior_funds_cny.saturating_mul(100),
        max: Some(hightech_base_superior_funds_cny.saturating_mul(100)),
    };
    // weihai-match-national-innovation-carrier
    out[52] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && national_innovation_carrier),
        min: innovation_carrier_superior_funds_cny.saturating_mul(100),
        max: Some(innovation_carrier_superior_funds_cny.saturating_mul(100)),
    };
    // weihai-match-national-innovative-cluster
    out[53] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && national_innovative_cluster),
        min: innovative_cluster_superior_funds_cny.saturating_mul(100),
        max: Some(innovative_cluster_superior_funds_cny.saturating_mul(100)),
    };
    // weihai-match-national-torch-base
    out[54] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && national_torch_base),
        min: torch_base_superior_funds_cny.saturating_mul(100),
        max: Some(torch_base_superior_funds_cny.saturating_mul(100)),
    };
    // weihai-military-institute-settlement
    out[55] = Determined {
        verdict: met(matches!(applicant_kind, 0 | 3 | 5)
            && research_body_settles_in_weihai
            && from_military_reform),
        min: 0,
        max: None,
    };
    // weihai-national-innovative-county
    out[56] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 10)
            && national_innovative_county),
        min: 50000000000,
        max: Some(50000000000),
    };
    // weihai-national-ip-advantage-enterprise
    out[57] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && national_ip_advantage_this_year),
        min: 1000000000,
        max: Some(1000000000),
    };
    // weihai-national-ip-demonstration-enterprise
    out[58] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && national_ip_demo_this_year),
        min: 3000000000,
        max: Some(3000000000),
    };
    // weihai-national-science-award-first
    out[59] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && national_award_first_unit
            && national_sci_award_first_count >= 1),
        min: national_sci_award_first_count.saturating_mul(10000000000),
        max: Some(national_sci_award_first_count.saturating_mul(10000000000)),
    };
    // weihai-national-science-award-second
    out[60] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && national_award_first_unit
            && national_sci_award_second_count >= 1),
        min: national_sci_award_second_count.saturating_mul(5000000000),
        max: Some(national_sci_award_second_count.saturating_mul(5000000000)),
    };
    // weihai-national-science-award-special
    out[61] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && national_award_first_unit
            && national_sci_award_special_count >= 1),
        min: national_sci_award_special_count.saturating_mul(20000000000),
        max: Some(national_sci_award_special_count.saturating_mul(20000000000)),
    };
    // weihai-national-top-science-award
    out[62] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 8)
            && national_top_science_award),
        min: 50000000000,
        max: Some(50000000000),
    };
    // weihai-new-rd-institution-government-joint
    out[63] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
            && matches!(new_rd_institution_mode, 2)
            && has_cobuilding_agreement),
        min: 0,
        max: None,
    };
    // weihai-new-rd-institution-self-built
    out[64] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
            && matches!(new_rd_institution_mode, 1)),
        min: 0,
        max: Some(20000000000),
    };
    // weihai-overseas-rd-center
    out[65] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && overseas_rd_established),
        min: 10000000000,
        max: Some(10000000000),
    };
    // weihai-patent-navigation
    out[66] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && patent_navigation_cost_cny > 0),
        min: patent_navigation_cost_cny.saturating_mul(50).min(5000000000),
        max: Some(patent_navigation_cost_cny.saturating_mul(50).min(5000000000)),
    };
    // weihai-patent-operation-pilot
    out[67] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
            && is_ip_agency
            && patent_operation_pilot),
        min: 0,
        max: Some(10000000000),
    };
    // weihai-provincial-science-award-first-match
    out[68] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && provincial_sci_award_first),
        min: provincial_sci_award_first_prize_cny.saturating_mul(100),
        max: Some(provincial_sci_award_first_prize_cny.saturating_mul(100)),
    };
    // weihai-provincial-science-award-second-match
    out[69] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && provincial_sci_award_second),
        min: provincial_sci_award_second_prize_cny.saturating_mul(100),
        max: Some(provincial_sci_award_second_prize_cny.saturating_mul(100)),
    };
    // weihai-provincial-science-award-third-match
    out[70] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && provincial_sci_award_third),
        min: provincial_sci_award_third_prize_cny.saturating_mul(100),
        max: Some(provincial_sci_award_third_prize_cny.saturating_mul(100)),
    };
    // weihai-provincial-top-science-award
    out[71] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 8)
            && provincial_top_science_award),
        min: 20000000000,
        max: Some(20000000000),
    };
    // weihai-rd-super-deduction
    out[72] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && rd_expense_cny > 0),
        min: 0,
        max: None,
    };
    // weihai-sci-commissioner-excellent-support
    out[73] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 8)
            && is_sci_commissioner
            && commissioner_rated_excellent),
        min: 0,
        max: None,
    };
    // weihai-shandong-core-tech-ip-100
    out[74] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && shandong_core_ip_count >= 1),
        min: shandong_core_ip_count.saturating_mul(10000000000),
        max: Some(shandong_core_ip_count.saturating_mul(10000000000)),
    };
    // weihai-shandong-patent-first
    out[75] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && shandong_patent_first_count >= 1),
        min: shandong_patent_first_count.saturating_mul(1000000000),
        max: Some(shandong_patent_first_count.saturating_mul(1000000000)),
    };
    // weihai-shandong-patent-second
    out[76] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && shandong_patent_second_count >= 1),
        min: shandong_patent_second_count.saturating_mul(500000000),
        max: Some(shandong_patent_second_count.saturating_mul(500000000)),
    };
    // weihai-shandong-patent-special
    out[77] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && shandong_patent_special_count >= 1),
        min: shandong_patent_special_count.saturating_mul(2000000000),
        max: Some(shandong_patent_special_count.saturating_mul(2000000000)),
    };
    // weihai-talent-team-project-priority
    out[78] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && talent_team_project),
        min: 0,
        max: None,
    };
    // weihai-talent-yingcai-plan
    out[79] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && talent_programme_selected),
        min: 0,
        max: None,
    };
    // weihai-tase-income-tax
    out[80] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && tase_certified),
        min: 0,
        max: None,
    };
    // weihai-tase-one-time
    out[81] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && tase_certified),
        min: 2000000000,
        max: Some(2000000000),
    };
    // weihai-tase-training-deduction
    out[82] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && tase_certified),
        min: 0,
        max: None,
    };
    // weihai-tech-entrepreneur-programme
    out[83] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 8)
            && heads_high_growth_tech_enterprise),
        min: 0,
        max: None,
    };
    // weihai-tech-market-award-national
    out[84] = Determined {
        verdict: met(
            (371000..=371099).contains(&registered_in) && tech_market_award_national
        ),
        min: 2000000000,
        max: Some(2000000000),
    };
    // weihai-tech-market-award-provincial
    out[85] = Determined {
        verdict: met(
            (371000..=371099).contains(&registered_in) && tech_market_award_provincial
        ),
        min: 1000000000,
        max: Some(1000000000),
    };
    // weihai-tech-platform-selective
    out[86] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
            && platform_in_listed_field
            && (matches!(platform_status, 2) || matches!(platform_status, 3))),
        min: 0,
        max: None,
    };
    // weihai-tech-service-agency-reward
    out[87] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
            && is_tech_service_agency
            && tech_service_income_cny > 0),
        min: 0,
        max: None,
    };
    // weihai-tech-sme-priority
    out[88] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && tech_sme_listed),
        min: 0,
        max: None,
    };
    // weihai-tech-transfer-agency-assessed-excellent
    out[89] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
            && (is_tech_transfer_agency || is_tech_service_agency)
            && agency_rated_excellent),
        min: 0,
        max: None,
    };
    // weihai-tic-municipal-enterprise-led
    out[90] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && matches!(applicant_kind, 0)
            && leads_municipal_tic),
        min: 20000000000,
        max: Some(20000000000),
    };
    // weihai-tic-municipal-public-led
    out[91] = Determined {
        verdict: judged(
            (371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 1 | 2 | 3 | 4 | 5 | 7 | 14)
                && leads_municipal_tic
                && (!(matches!(applicant_kind, 7 | 14)) || false),
            (371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 1 | 2 | 3 | 4 | 5 | 7 | 14)
                && leads_municipal_tic
                && (!(matches!(applicant_kind, 7 | 14)) || true),
        ),
        min: 30000000000,
        max: Some(30000000000),
    };
    // weihai-tic-national
    out[92] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
            && tic_national),
        min: 100000000000,
        max: Some(100000000000),
    };
    // weihai-tic-provincial
    out[93] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
            && tic_provincial),
        min: 50000000000,
        max: Some(50000000000),
    };
    // weihai-tt-demonstration-national
    out[94] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
            && tt_demo_national),
        min: 20000000000,
        max: Some(20000000000),
    };
    // weihai-tt-demonstration-provincial
    out[95] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
            && tt_demo_provincial),
        min: 10000000000,
        max: Some(10000000000),
    };
    // weihai-univ-sci-park-incubation-funding
    out[96] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && operates_univ_sci_park
            && univ_park_cultivated_tech_enterprises),
        min: 0,
        max: None,
    };
    // weihai-univ-sci-park-national
    out[97] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && univ_park_national),
        min: 30000000000,
        max: Some(30000000000),
    };
    // weihai-univ-sci-park-provincial
    out[98] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && univ_park_provincial),
        min: 10000000000,
        max: Some(10000000000),
    };
    // weihai-voucher-tech-supply-demand
    out[99] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 10 | 11 | 12))
            && matches!(tech_trade_role, 1 | 2 | 3)),
        min: 0,
        max: None,
    };
    // weihai-xingchuang-tiandi
    out[100] = Determined {
        verdict: met((371000..=371099).contains(&registered_in)
            && !(matches!(applicant_kind, 8 | 9))
            && xingchuang_tiandi),
        min: 10000000000,
        max: Some(10000000000),
    };
}

fn met(met: bool) -> Verdict {
    if met { Verdict::Eligible } else { Verdict::Ineligible }
}

fn judged(sure: bool, possible: bool) -> Verdict {
    match (sure, possible) {
        (true, _) => Verdict::Eligible,
        (false, true) => Verdict::NeedsReview,
        (false, false) => Verdict::Ineligible,
    }
}

fn option(value: &Value, options: &[&str]) -> u8 {
    let place = match value {
        Value::Choice(chosen) => options.iter().position(|it| *it == chosen.as_str()),
        _ => None,
    };
    place.and_then(|place| place.try_into().ok()).unwrap_or(u8::MAX)
}

fn number(value: &Value, scale: i64) -> i64 {
    match value {
        Value::Number(number) => {
            let scaled = number.checked_mul(Decimal::from(scale)).unwrap_or_default();
            scaled.try_into().unwrap_or(i64::MAX)
        }
        _ => 0,
    }
}
