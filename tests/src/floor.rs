//! The awards of Weihai for complete answers, as a programmer would write them by hand:
//! the floor that the engine's speed is measured against. It takes the engine's answers and
//! gives a verdict and an exact amount for each award, no more.
//!
//! Written by `cargo run -p mingbai-tests --bin floor`; not to be edited.
#![allow(
    clippy::all,
    reason = "written from the rules by a program: a line for each criterion, as it stands there"
)]

pub mod digits;

use std::sync::LazyLock;

use mingbai_core::{Amounts, Answer, Answers, Decimal, FactId, Value, Verdict};

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
    pub rd_expense_cny: Decimal,
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
    pub invention_patents_granted_year: Decimal,
    /// A fact.
    pub invention_grants_provincial_rank: Decimal,
    /// A fact.
    pub china_patent_gold_count: Decimal,
    /// A fact.
    pub china_design_gold_count: Decimal,
    /// A fact.
    pub china_patent_excellence_count: Decimal,
    /// A fact.
    pub shandong_patent_special_count: Decimal,
    /// A fact.
    pub shandong_patent_first_count: Decimal,
    /// A fact.
    pub shandong_patent_second_count: Decimal,
    /// A fact.
    pub shandong_core_ip_count: Decimal,
    /// A fact.
    pub national_ip_demo_this_year: bool,
    /// A fact.
    pub national_ip_advantage_this_year: bool,
    /// A fact.
    pub is_ip_agency: bool,
    /// A fact.
    pub agency_local_invention_grants_year: Decimal,
    /// A fact.
    pub patent_operation_pilot: bool,
    /// A fact.
    pub patent_navigation_cost_cny: Decimal,
    /// A fact.
    pub national_top_science_award: bool,
    /// A fact.
    pub provincial_top_science_award: bool,
    /// A fact.
    pub national_sci_award_special_count: Decimal,
    /// A fact.
    pub national_sci_award_first_count: Decimal,
    /// A fact.
    pub national_sci_award_second_count: Decimal,
    /// A fact.
    pub national_award_first_unit: bool,
    /// A fact.
    pub provincial_sci_award_first: bool,
    /// A fact.
    pub provincial_sci_award_first_prize_cny: Decimal,
    /// A fact.
    pub provincial_sci_award_second: bool,
    /// A fact.
    pub provincial_sci_award_second_prize_cny: Decimal,
    /// A fact.
    pub provincial_sci_award_third: bool,
    /// A fact.
    pub provincial_sci_award_third_prize_cny: Decimal,
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
    pub tech_service_income_cny: Decimal,
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
    pub hnte_graduates_year: Decimal,
    /// A fact.
    pub incubator_national: bool,
    /// A fact.
    pub makerspace_national_specialised: bool,
    /// A fact.
    pub xingchuang_tiandi: bool,
    /// A fact.
    pub brand_incubator_provincial: bool,
    /// A fact.
    pub brand_incubator_provincial_funds_cny: Decimal,
    /// A fact.
    pub brand_makerspace_provincial: bool,
    /// A fact.
    pub brand_makerspace_provincial_funds_cny: Decimal,
    /// A fact.
    pub event_organiser_role: u8,
    /// A fact.
    pub event_level: u8,
    /// A fact.
    pub contest_national_finalists: Decimal,
    /// A fact.
    pub contest_prize_won: bool,
    /// A fact.
    pub contest_national_prize_cny: Decimal,
    /// A fact.
    pub tase_certified: bool,
    /// A fact.
    pub bank_riskcomp_registered: bool,
    /// A fact.
    pub conversion_loan_loss_cny: Decimal,
    /// A fact.
    pub national_torch_base: bool,
    /// A fact.
    pub torch_base_superior_funds_cny: Decimal,
    /// A fact.
    pub national_innovative_cluster: bool,
    /// A fact.
    pub innovative_cluster_superior_funds_cny: Decimal,
    /// A fact.
    pub national_hightech_base: bool,
    /// A fact.
    pub hightech_base_superior_funds_cny: Decimal,
    /// A fact.
    pub national_innovation_carrier: bool,
    /// A fact.
    pub innovation_carrier_superior_funds_cny: Decimal,
    /// A fact.
    pub key_project_in_cluster: bool,
    /// A fact.
    pub hnte_tax_increment_cny: Decimal,
    /// A fact.
    pub national_innovative_county: bool,
    /// A fact.
    pub innovative_town: bool,
    /// A fact.
    pub is_national_hightech_zone: bool,
    /// A fact.
    pub hightech_rank_places_gained: Decimal,
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
    /// From complete answers.
    pub fn new(answers: &Answers) -> Self {
        let ids = &*IDS;
        Self {
            registered_in: match value(answers, &ids.registered_in) {
                Value::Jurisdiction(place) => place.code(),
                _ => 0,
            },
            applicant_kind: option(
                value(answers, &ids.applicant_kind),
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
                value(answers, &ids.enterprise_size),
                &["large", "medium", "small", "micro"],
            ),
            is_above_scale_industrial: *value(answers, &ids.is_above_scale_industrial)
                == Value::YesNo(true),
            is_tech_enterprise: *value(answers, &ids.is_tech_enterprise)
                == Value::YesNo(true),
            is_foreign_talent: *value(answers, &ids.is_foreign_talent)
                == Value::YesNo(true),
            rd_expense_cny: number(value(answers, &ids.rd_expense_cny)),
            hnte_event: option(
                value(answers, &ids.hnte_event),
                &["none", "first", "renewal"],
            ),
            hnte_valid: *value(answers, &ids.hnte_valid) == Value::YesNo(true),
            tech_sme_listed: *value(answers, &ids.tech_sme_listed) == Value::YesNo(true),
            in_gazelle_pool: *value(answers, &ids.in_gazelle_pool) == Value::YesNo(true),
            gazelle_certified: *value(answers, &ids.gazelle_certified)
                == Value::YesNo(true),
            key_industry_tech_project: *value(answers, &ids.key_industry_tech_project)
                == Value::YesNo(true),
            common_tech_project: *value(answers, &ids.common_tech_project)
                == Value::YesNo(true),
            can_lead_major_project: *value(answers, &ids.can_lead_major_project)
                == Value::YesNo(true),
            talent_team_project: *value(answers, &ids.talent_team_project)
                == Value::YesNo(true),
            civil_military_project: *value(answers, &ids.civil_military_project)
                == Value::YesNo(true),
            sets_up_rd_unit: *value(answers, &ids.sets_up_rd_unit) == Value::YesNo(true),
            overseas_rd_established: *value(answers, &ids.overseas_rd_established)
                == Value::YesNo(true),
            direct_financing_activity: *value(answers, &ids.direct_financing_activity)
                == Value::YesNo(true),
            invention_patents_granted_year: number(value(
                answers,
                &ids.invention_patents_granted_year,
            )),
            invention_grants_provincial_rank: number(value(
                answers,
                &ids.invention_grants_provincial_rank,
            )),
            china_patent_gold_count: number(value(answers, &ids.china_patent_gold_count)),
            china_design_gold_count: number(value(answers, &ids.china_design_gold_count)),
            china_patent_excellence_count: number(value(
                answers,
                &ids.china_patent_excellence_count,
            )),
            shandong_patent_special_count: number(value(
                answers,
                &ids.shandong_patent_special_count,
            )),
            shandong_patent_first_count: number(value(
                answers,
                &ids.shandong_patent_first_count,
            )),
            shandong_patent_second_count: number(value(
                answers,
                &ids.shandong_patent_second_count,
            )),
            shandong_core_ip_count: number(value(answers, &ids.shandong_core_ip_count)),
            national_ip_demo_this_year: *value(answers, &ids.national_ip_demo_this_year)
                == Value::YesNo(true),
            national_ip_advantage_this_year: *value(
                answers,
                &ids.national_ip_advantage_this_year,
            ) == Value::YesNo(true),
            is_ip_agency: *value(answers, &ids.is_ip_agency) == Value::YesNo(true),
            agency_local_invention_grants_year: number(value(
                answers,
                &ids.agency_local_invention_grants_year,
            )),
            patent_operation_pilot: *value(answers, &ids.patent_operation_pilot)
                == Value::YesNo(true),
            patent_navigation_cost_cny: number(value(
                answers,
                &ids.patent_navigation_cost_cny,
            )),
            national_top_science_award: *value(answers, &ids.national_top_science_award)
                == Value::YesNo(true),
            provincial_top_science_award: *value(
                answers,
                &ids.provincial_top_science_award,
            ) == Value::YesNo(true),
            national_sci_award_special_count: number(value(
                answers,
                &ids.national_sci_award_special_count,
            )),
            national_sci_award_first_count: number(value(
                answers,
                &ids.national_sci_award_first_count,
            )),
            national_sci_award_second_count: number(value(
                answers,
                &ids.national_sci_award_second_count,
            )),
            national_award_first_unit: *value(answers, &ids.national_award_first_unit)
                == Value::YesNo(true),
            provincial_sci_award_first: *value(answers, &ids.provincial_sci_award_first)
                == Value::YesNo(true),
            provincial_sci_award_first_prize_cny: number(value(
                answers,
                &ids.provincial_sci_award_first_prize_cny,
            )),
            provincial_sci_award_second: *value(
                answers,
                &ids.provincial_sci_award_second,
            ) == Value::YesNo(true),
            provincial_sci_award_second_prize_cny: number(value(
                answers,
                &ids.provincial_sci_award_second_prize_cny,
            )),
            provincial_sci_award_third: *value(answers, &ids.provincial_sci_award_third)
                == Value::YesNo(true),
            provincial_sci_award_third_prize_cny: number(value(
                answers,
                &ids.provincial_sci_award_third_prize_cny,
            )),
            new_rd_institution_mode: option(
                value(answers, &ids.new_rd_institution_mode),
                &["none", "self-built", "government-introduced-or-joint"],
            ),
            has_cobuilding_agreement: *value(answers, &ids.has_cobuilding_agreement)
                == Value::YesNo(true),
            leads_industrial_tech_institute: *value(
                answers,
                &ids.leads_industrial_tech_institute,
            ) == Value::YesNo(true),
            leads_municipal_tic: *value(answers, &ids.leads_municipal_tic)
                == Value::YesNo(true),
            tic_provincial: *value(answers, &ids.tic_provincial) == Value::YesNo(true),
            tic_national: *value(answers, &ids.tic_national) == Value::YesNo(true),
            clinical_center_municipal: *value(answers, &ids.clinical_center_municipal)
                == Value::YesNo(true),
            clinical_first_review_passed: *value(
                answers,
                &ids.clinical_first_review_passed,
            ) == Value::YesNo(true),
            clinical_center_upgraded_to: option(
                value(answers, &ids.clinical_center_upgraded_to),
                &["none", "provincial", "national"],
            ),
            platform_status: option(
                value(answers, &ids.platform_status),
                &["none", "existing", "newly-recognised", "outstanding"],
            ),
            platform_in_listed_field: *value(answers, &ids.platform_in_listed_field)
                == Value::YesNo(true),
            setup_in_weihai_plan: *value(answers, &ids.setup_in_weihai_plan)
                == Value::YesNo(true),
            research_body_settles_in_weihai: *value(
                answers,
                &ids.research_body_settles_in_weihai,
            ) == Value::YesNo(true),
            from_military_reform: *value(answers, &ids.from_military_reform)
                == Value::YesNo(true),
            operates_univ_sci_park: *value(answers, &ids.operates_univ_sci_park)
                == Value::YesNo(true),
            univ_park_cultivated_tech_enterprises: *value(
                answers,
                &ids.univ_park_cultivated_tech_enterprises,
            ) == Value::YesNo(true),
            univ_park_provincial: *value(answers, &ids.univ_park_provincial)
                == Value::YesNo(true),
            univ_park_national: *value(answers, &ids.univ_park_national)
                == Value::YesNo(true),
            intl_base_national: *value(answers, &ids.intl_base_national)
                == Value::YesNo(true),
            intl_base_provincial: *value(answers, &ids.intl_base_provincial)
                == Value::YesNo(true),
            voucher_service_category: option(
                value(answers, &ids.voucher_service_category),
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
            is_tech_service_agency: *value(answers, &ids.is_tech_service_agency)
                == Value::YesNo(true),
            tech_service_income_cny: number(value(answers, &ids.tech_service_income_cny)),
            agency_rated_excellent: *value(answers, &ids.agency_rated_excellent)
                == Value::YesNo(true),
            agency_misconduct: *value(answers, &ids.agency_misconduct)
                == Value::YesNo(true),
            is_tech_transfer_agency: *value(answers, &ids.is_tech_transfer_agency)
                == Value::YesNo(true),
            tech_trade_role: option(
                value(answers, &ids.tech_trade_role),
                &["none", "supplier", "buyer", "both"],
            ),
            instrument_sharing_role: option(
                value(answers, &ids.instrument_sharing_role),
                &["none", "provider", "user", "both"],
            ),
            tt_demo_national: *value(answers, &ids.tt_demo_national)
                == Value::YesNo(true),
            tt_demo_provincial: *value(answers, &ids.tt_demo_provincial)
                == Value::YesNo(true),
            tech_market_award_national: *value(answers, &ids.tech_market_award_national)
                == Value::YesNo(true),
            tech_market_award_provincial: *value(
                answers,
                &ids.tech_market_award_provincial,
            ) == Value::YesNo(true),
            is_sci_service_practitioner: *value(
                answers,
                &ids.is_sci_service_practitioner,
            ) == Value::YesNo(true),
            carrier_level: option(
                value(answers, &ids.carrier_level),
                &["none", "district", "municipal", "provincial", "national"],
            ),
            hnte_graduates_year: number(value(answers, &ids.hnte_graduates_year)),
            incubator_national: *value(answers, &ids.incubator_national)
                == Value::YesNo(true),
            makerspace_national_specialised: *value(
                answers,
                &ids.makerspace_national_specialised,
            ) == Value::YesNo(true),
            xingchuang_tiandi: *value(answers, &ids.xingchuang_tiandi)
                == Value::YesNo(true),
            brand_incubator_provincial: *value(answers, &ids.brand_incubator_provincial)
                == Value::YesNo(true),
            brand_incubator_provincial_funds_cny: number(value(
                answers,
                &ids.brand_incubator_provincial_funds_cny,
            )),
            brand_makerspace_provincial: *value(
                answers,
                &ids.brand_makerspace_provincial,
            ) == Value::YesNo(true),
            brand_makerspace_provincial_funds_cny: number(value(
                answers,
                &ids.brand_makerspace_provincial_funds_cny,
            )),
            event_organiser_role: option(
                value(answers, &ids.event_organiser_role),
                &["none", "organiser", "leader", "co-organiser", "participant"],
            ),
            event_level: option(
                value(answers, &ids.event_level),
                &["none", "district", "municipal", "provincial", "national"],
            ),
            contest_national_finalists: number(value(
                answers,
                &ids.contest_national_finalists,
            )),
            contest_prize_won: *value(answers, &ids.contest_prize_won)
                == Value::YesNo(true),
            contest_national_prize_cny: number(value(
                answers,
                &ids.contest_national_prize_cny,
            )),
            tase_certified: *value(answers, &ids.tase_certified) == Value::YesNo(true),
            bank_riskcomp_registered: *value(answers, &ids.bank_riskcomp_registered)
                == Value::YesNo(true),
            conversion_loan_loss_cny: number(value(
                answers,
                &ids.conversion_loan_loss_cny,
            )),
            national_torch_base: *value(answers, &ids.national_torch_base)
                == Value::YesNo(true),
            torch_base_superior_funds_cny: number(value(
                answers,
                &ids.torch_base_superior_funds_cny,
            )),
            national_innovative_cluster: *value(
                answers,
                &ids.national_innovative_cluster,
            ) == Value::YesNo(true),
            innovative_cluster_superior_funds_cny: number(value(
                answers,
                &ids.innovative_cluster_superior_funds_cny,
            )),
            national_hightech_base: *value(answers, &ids.national_hightech_base)
                == Value::YesNo(true),
            hightech_base_superior_funds_cny: number(value(
                answers,
                &ids.hightech_base_superior_funds_cny,
            )),
            national_innovation_carrier: *value(
                answers,
                &ids.national_innovation_carrier,
            ) == Value::YesNo(true),
            innovation_carrier_superior_funds_cny: number(value(
                answers,
                &ids.innovation_carrier_superior_funds_cny,
            )),
            key_project_in_cluster: *value(answers, &ids.key_project_in_cluster)
                == Value::YesNo(true),
            hnte_tax_increment_cny: number(value(answers, &ids.hnte_tax_increment_cny)),
            national_innovative_county: *value(answers, &ids.national_innovative_county)
                == Value::YesNo(true),
            innovative_town: *value(answers, &ids.innovative_town) == Value::YesNo(true),
            is_national_hightech_zone: *value(answers, &ids.is_national_hightech_zone)
                == Value::YesNo(true),
            hightech_rank_places_gained: number(value(
                answers,
                &ids.hightech_rank_places_gained,
            )),
            talent_programme_selected: *value(answers, &ids.talent_programme_selected)
                == Value::YesNo(true),
            heads_high_growth_tech_enterprise: *value(
                answers,
                &ids.heads_high_growth_tech_enterprise,
            ) == Value::YesNo(true),
            is_sci_commissioner: *value(answers, &ids.is_sci_commissioner)
                == Value::YesNo(true),
            commissioner_rated_excellent: *value(
                answers,
                &ids.commissioner_rated_excellent,
            ) == Value::YesNo(true),
            party_org_recommended: *value(answers, &ids.party_org_recommended)
                == Value::YesNo(true),
            has_volunteer_points: *value(answers, &ids.has_volunteer_points)
                == Value::YesNo(true),
        }
    }
}

#[derive(Debug)]
struct Ids {
    registered_in: FactId,
    applicant_kind: FactId,
    enterprise_size: FactId,
    is_above_scale_industrial: FactId,
    is_tech_enterprise: FactId,
    is_foreign_talent: FactId,
    rd_expense_cny: FactId,
    hnte_event: FactId,
    hnte_valid: FactId,
    tech_sme_listed: FactId,
    in_gazelle_pool: FactId,
    gazelle_certified: FactId,
    key_industry_tech_project: FactId,
    common_tech_project: FactId,
    can_lead_major_project: FactId,
    talent_team_project: FactId,
    civil_military_project: FactId,
    sets_up_rd_unit: FactId,
    overseas_rd_established: FactId,
    direct_financing_activity: FactId,
    invention_patents_granted_year: FactId,
    invention_grants_provincial_rank: FactId,
    china_patent_gold_count: FactId,
    china_design_gold_count: FactId,
    china_patent_excellence_count: FactId,
    shandong_patent_special_count: FactId,
    shandong_patent_first_count: FactId,
    shandong_patent_second_count: FactId,
    shandong_core_ip_count: FactId,
    national_ip_demo_this_year: FactId,
    national_ip_advantage_this_year: FactId,
    is_ip_agency: FactId,
    agency_local_invention_grants_year: FactId,
    patent_operation_pilot: FactId,
    patent_navigation_cost_cny: FactId,
    national_top_science_award: FactId,
    provincial_top_science_award: FactId,
    national_sci_award_special_count: FactId,
    national_sci_award_first_count: FactId,
    national_sci_award_second_count: FactId,
    national_award_first_unit: FactId,
    provincial_sci_award_first: FactId,
    provincial_sci_award_first_prize_cny: FactId,
    provincial_sci_award_second: FactId,
    provincial_sci_award_second_prize_cny: FactId,
    provincial_sci_award_third: FactId,
    provincial_sci_award_third_prize_cny: FactId,
    new_rd_institution_mode: FactId,
    has_cobuilding_agreement: FactId,
    leads_industrial_tech_institute: FactId,
    leads_municipal_tic: FactId,
    tic_provincial: FactId,
    tic_national: FactId,
    clinical_center_municipal: FactId,
    clinical_first_review_passed: FactId,
    clinical_center_upgraded_to: FactId,
    platform_status: FactId,
    platform_in_listed_field: FactId,
    setup_in_weihai_plan: FactId,
    research_body_settles_in_weihai: FactId,
    from_military_reform: FactId,
    operates_univ_sci_park: FactId,
    univ_park_cultivated_tech_enterprises: FactId,
    univ_park_provincial: FactId,
    univ_park_national: FactId,
    intl_base_national: FactId,
    intl_base_provincial: FactId,
    voucher_service_category: FactId,
    is_tech_service_agency: FactId,
    tech_service_income_cny: FactId,
    agency_rated_excellent: FactId,
    agency_misconduct: FactId,
    is_tech_transfer_agency: FactId,
    tech_trade_role: FactId,
    instrument_sharing_role: FactId,
    tt_demo_national: FactId,
    tt_demo_provincial: FactId,
    tech_market_award_national: FactId,
    tech_market_award_provincial: FactId,
    is_sci_service_practitioner: FactId,
    carrier_level: FactId,
    hnte_graduates_year: FactId,
    incubator_national: FactId,
    makerspace_national_specialised: FactId,
    xingchuang_tiandi: FactId,
    brand_incubator_provincial: FactId,
    brand_incubator_provincial_funds_cny: FactId,
    brand_makerspace_provincial: FactId,
    brand_makerspace_provincial_funds_cny: FactId,
    event_organiser_role: FactId,
    event_level: FactId,
    contest_national_finalists: FactId,
    contest_prize_won: FactId,
    contest_national_prize_cny: FactId,
    tase_certified: FactId,
    bank_riskcomp_registered: FactId,
    conversion_loan_loss_cny: FactId,
    national_torch_base: FactId,
    torch_base_superior_funds_cny: FactId,
    national_innovative_cluster: FactId,
    innovative_cluster_superior_funds_cny: FactId,
    national_hightech_base: FactId,
    hightech_base_superior_funds_cny: FactId,
    national_innovation_carrier: FactId,
    innovation_carrier_superior_funds_cny: FactId,
    key_project_in_cluster: FactId,
    hnte_tax_increment_cny: FactId,
    national_innovative_county: FactId,
    innovative_town: FactId,
    is_national_hightech_zone: FactId,
    hightech_rank_places_gained: FactId,
    talent_programme_selected: FactId,
    heads_high_growth_tech_enterprise: FactId,
    is_sci_commissioner: FactId,
    commissioner_rated_excellent: FactId,
    party_org_recommended: FactId,
    has_volunteer_points: FactId,
}

static IDS: LazyLock<Ids> = LazyLock::new(|| Ids {
    registered_in: "registered_in".into(),
    applicant_kind: "applicant_kind".into(),
    enterprise_size: "enterprise_size".into(),
    is_above_scale_industrial: "is_above_scale_industrial".into(),
    is_tech_enterprise: "is_tech_enterprise".into(),
    is_foreign_talent: "is_foreign_talent".into(),
    rd_expense_cny: "rd_expense_cny".into(),
    hnte_event: "hnte_event".into(),
    hnte_valid: "hnte_valid".into(),
    tech_sme_listed: "tech_sme_listed".into(),
    in_gazelle_pool: "in_gazelle_pool".into(),
    gazelle_certified: "gazelle_certified".into(),
    key_industry_tech_project: "key_industry_tech_project".into(),
    common_tech_project: "common_tech_project".into(),
    can_lead_major_project: "can_lead_major_project".into(),
    talent_team_project: "talent_team_project".into(),
    civil_military_project: "civil_military_project".into(),
    sets_up_rd_unit: "sets_up_rd_unit".into(),
    overseas_rd_established: "overseas_rd_established".into(),
    direct_financing_activity: "direct_financing_activity".into(),
    invention_patents_granted_year: "invention_patents_granted_year".into(),
    invention_grants_provincial_rank: "invention_grants_provincial_rank".into(),
    china_patent_gold_count: "china_patent_gold_count".into(),
    china_design_gold_count: "china_design_gold_count".into(),
    china_patent_excellence_count: "china_patent_excellence_count".into(),
    shandong_patent_special_count: "shandong_patent_special_count".into(),
    shandong_patent_first_count: "shandong_patent_first_count".into(),
    shandong_patent_second_count: "shandong_patent_second_count".into(),
    shandong_core_ip_count: "shandong_core_ip_count".into(),
    national_ip_demo_this_year: "national_ip_demo_this_year".into(),
    national_ip_advantage_this_year: "national_ip_advantage_this_year".into(),
    is_ip_agency: "is_ip_agency".into(),
    agency_local_invention_grants_year: "agency_local_invention_grants_year".into(),
    patent_operation_pilot: "patent_operation_pilot".into(),
    patent_navigation_cost_cny: "patent_navigation_cost_cny".into(),
    national_top_science_award: "national_top_science_award".into(),
    provincial_top_science_award: "provincial_top_science_award".into(),
    national_sci_award_special_count: "national_sci_award_special_count".into(),
    national_sci_award_first_count: "national_sci_award_first_count".into(),
    national_sci_award_second_count: "national_sci_award_second_count".into(),
    national_award_first_unit: "national_award_first_unit".into(),
    provincial_sci_award_first: "provincial_sci_award_first".into(),
    provincial_sci_award_first_prize_cny: "provincial_sci_award_first_prize_cny".into(),
    provincial_sci_award_second: "provincial_sci_award_second".into(),
    provincial_sci_award_second_prize_cny: "provincial_sci_award_second_prize_cny".into(),
    provincial_sci_award_third: "provincial_sci_award_third".into(),
    provincial_sci_award_third_prize_cny: "provincial_sci_award_third_prize_cny".into(),
    new_rd_institution_mode: "new_rd_institution_mode".into(),
    has_cobuilding_agreement: "has_cobuilding_agreement".into(),
    leads_industrial_tech_institute: "leads_industrial_tech_institute".into(),
    leads_municipal_tic: "leads_municipal_tic".into(),
    tic_provincial: "tic_provincial".into(),
    tic_national: "tic_national".into(),
    clinical_center_municipal: "clinical_center_municipal".into(),
    clinical_first_review_passed: "clinical_first_review_passed".into(),
    clinical_center_upgraded_to: "clinical_center_upgraded_to".into(),
    platform_status: "platform_status".into(),
    platform_in_listed_field: "platform_in_listed_field".into(),
    setup_in_weihai_plan: "setup_in_weihai_plan".into(),
    research_body_settles_in_weihai: "research_body_settles_in_weihai".into(),
    from_military_reform: "from_military_reform".into(),
    operates_univ_sci_park: "operates_univ_sci_park".into(),
    univ_park_cultivated_tech_enterprises: "univ_park_cultivated_tech_enterprises".into(),
    univ_park_provincial: "univ_park_provincial".into(),
    univ_park_national: "univ_park_national".into(),
    intl_base_national: "intl_base_national".into(),
    intl_base_provincial: "intl_base_provincial".into(),
    voucher_service_category: "voucher_service_category".into(),
    is_tech_service_agency: "is_tech_service_agency".into(),
    tech_service_income_cny: "tech_service_income_cny".into(),
    agency_rated_excellent: "agency_rated_excellent".into(),
    agency_misconduct: "agency_misconduct".into(),
    is_tech_transfer_agency: "is_tech_transfer_agency".into(),
    tech_trade_role: "tech_trade_role".into(),
    instrument_sharing_role: "instrument_sharing_role".into(),
    tt_demo_national: "tt_demo_national".into(),
    tt_demo_provincial: "tt_demo_provincial".into(),
    tech_market_award_national: "tech_market_award_national".into(),
    tech_market_award_provincial: "tech_market_award_provincial".into(),
    is_sci_service_practitioner: "is_sci_service_practitioner".into(),
    carrier_level: "carrier_level".into(),
    hnte_graduates_year: "hnte_graduates_year".into(),
    incubator_national: "incubator_national".into(),
    makerspace_national_specialised: "makerspace_national_specialised".into(),
    xingchuang_tiandi: "xingchuang_tiandi".into(),
    brand_incubator_provincial: "brand_incubator_provincial".into(),
    brand_incubator_provincial_funds_cny: "brand_incubator_provincial_funds_cny".into(),
    brand_makerspace_provincial: "brand_makerspace_provincial".into(),
    brand_makerspace_provincial_funds_cny: "brand_makerspace_provincial_funds_cny".into(),
    event_organiser_role: "event_organiser_role".into(),
    event_level: "event_level".into(),
    contest_national_finalists: "contest_national_finalists".into(),
    contest_prize_won: "contest_prize_won".into(),
    contest_national_prize_cny: "contest_national_prize_cny".into(),
    tase_certified: "tase_certified".into(),
    bank_riskcomp_registered: "bank_riskcomp_registered".into(),
    conversion_loan_loss_cny: "conversion_loan_loss_cny".into(),
    national_torch_base: "national_torch_base".into(),
    torch_base_superior_funds_cny: "torch_base_superior_funds_cny".into(),
    national_innovative_cluster: "national_innovative_cluster".into(),
    innovative_cluster_superior_funds_cny: "innovative_cluster_superior_funds_cny".into(),
    national_hightech_base: "national_hightech_base".into(),
    hightech_base_superior_funds_cny: "hightech_base_superior_funds_cny".into(),
    national_innovation_carrier: "national_innovation_carrier".into(),
    innovation_carrier_superior_funds_cny: "innovation_carrier_superior_funds_cny".into(),
    key_project_in_cluster: "key_project_in_cluster".into(),
    hnte_tax_increment_cny: "hnte_tax_increment_cny".into(),
    national_innovative_county: "national_innovative_county".into(),
    innovative_town: "innovative_town".into(),
    is_national_hightech_zone: "is_national_hightech_zone".into(),
    hightech_rank_places_gained: "hightech_rank_places_gained".into(),
    talent_programme_selected: "talent_programme_selected".into(),
    heads_high_growth_tech_enterprise: "heads_high_growth_tech_enterprise".into(),
    is_sci_commissioner: "is_sci_commissioner".into(),
    commissioner_rated_excellent: "commissioner_rated_excellent".into(),
    party_org_recommended: "party_org_recommended".into(),
    has_volunteer_points: "has_volunteer_points".into(),
});

/// Determines every award, in the order of the pack.
pub fn assess(it: &Applicant) -> Vec<(Verdict, Amounts)> {
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
    let national_award_first_unit = if (national_sci_award_special_count > of(0, 0, 0, 0)
        || national_sci_award_first_count > of(0, 0, 0, 0)
        || national_sci_award_second_count > of(0, 0, 0, 0))
    {
        it.national_award_first_unit
    } else {
        false
    };
    let provincial_sci_award_first = it.provincial_sci_award_first;
    let provincial_sci_award_first_prize_cny = if provincial_sci_award_first {
        it.provincial_sci_award_first_prize_cny
    } else {
        of(0, 0, 0, 0)
    };
    let provincial_sci_award_second = it.provincial_sci_award_second;
    let provincial_sci_award_second_prize_cny = if provincial_sci_award_second {
        it.provincial_sci_award_second_prize_cny
    } else {
        of(0, 0, 0, 0)
    };
    let provincial_sci_award_third = it.provincial_sci_award_third;
    let provincial_sci_award_third_prize_cny = if provincial_sci_award_third {
        it.provincial_sci_award_third_prize_cny
    } else {
        of(0, 0, 0, 0)
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
    let hnte_graduates_year = if !(matches!(carrier_level, 0)) {
        it.hnte_graduates_year
    } else {
        of(0, 0, 0, 0)
    };
    let incubator_national = it.incubator_national;
    let makerspace_national_specialised = it.makerspace_national_specialised;
    let xingchuang_tiandi = it.xingchuang_tiandi;
    let brand_incubator_provincial = it.brand_incubator_provincial;
    let brand_incubator_provincial_funds_cny = if brand_incubator_provincial {
        it.brand_incubator_provincial_funds_cny
    } else {
        of(0, 0, 0, 0)
    };
    let brand_makerspace_provincial = it.brand_makerspace_provincial;
    let brand_makerspace_provincial_funds_cny = if brand_makerspace_provincial {
        it.brand_makerspace_provincial_funds_cny
    } else {
        of(0, 0, 0, 0)
    };
    let event_organiser_role = it.event_organiser_role;
    let event_level =
        if !(matches!(event_organiser_role, 0)) { it.event_level } else { 0 };
    let contest_national_finalists = it.contest_national_finalists;
    let contest_prize_won = it.contest_prize_won;
    let contest_national_prize_cny =
        if contest_prize_won { it.contest_national_prize_cny } else { of(0, 0, 0, 0) };
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
            of(0, 0, 0, 0)
        };
    let national_torch_base = it.national_torch_base;
    let torch_base_superior_funds_cny = if national_torch_base {
        it.torch_base_superior_funds_cny
    } else {
        of(0, 0, 0, 0)
    };
    let national_innovative_cluster = it.national_innovative_cluster;
    let innovative_cluster_superior_funds_cny = if national_innovative_cluster {
        it.innovative_cluster_superior_funds_cny
    } else {
        of(0, 0, 0, 0)
    };
    let national_hightech_base = it.national_hightech_base;
    let hightech_base_superior_funds_cny = if national_hightech_base {
        it.hightech_base_superior_funds_cny
    } else {
        of(0, 0, 0, 0)
    };
    let national_innovation_carrier = it.national_innovation_carrier;
    let innovation_carrier_superior_funds_cny = if national_innovation_carrier {
        it.innovation_carrier_superior_funds_cny
    } else {
        of(0, 0, 0, 0)
    };
    let key_project_in_cluster = it.key_project_in_cluster;
    let hnte_tax_increment_cny = if matches!(applicant_kind, 10 | 11 | 12 | 13) {
        it.hnte_tax_increment_cny
    } else {
        of(0, 0, 0, 0)
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
        of(0, 0, 0, 0)
    };
    let talent_programme_selected = it.talent_programme_selected;
    let heads_high_growth_tech_enterprise = it.heads_high_growth_tech_enterprise;
    let is_sci_commissioner = it.is_sci_commissioner;
    let commissioner_rated_excellent = it.commissioner_rated_excellent;
    let party_org_recommended = it.party_org_recommended;
    let has_volunteer_points = it.has_volunteer_points;
    vec![
        // weihai-brand-incubator-match
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && brand_incubator_provincial),
            exactly((brand_incubator_provincial_funds_cny * of(1, 0, 0, 0))),
        ),
        // weihai-brand-makerspace-match
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && brand_makerspace_provincial),
            exactly((brand_makerspace_provincial_funds_cny * of(1, 0, 0, 0))),
        ),
        // weihai-china-design-gold
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && china_design_gold_count >= of(1, 0, 0, 0)),
            exactly((china_design_gold_count * of(300000, 0, 0, 0))),
        ),
        // weihai-china-patent-excellence
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && china_patent_excellence_count >= of(1, 0, 0, 0)),
            exactly((china_patent_excellence_count * of(200000, 0, 0, 0))),
        ),
        // weihai-china-patent-gold
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && china_patent_gold_count >= of(1, 0, 0, 0)),
            exactly((china_patent_gold_count * of(1000000, 0, 0, 0))),
        ),
        // weihai-civil-military-rd-programme
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 10 | 11 | 12))
                && civil_military_project),
            up_to(None),
        ),
        // weihai-clinical-center-first-review
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
                && clinical_center_municipal
                && clinical_first_review_passed),
            exactly(of(1000000, 0, 0, 0)),
        ),
        // weihai-clinical-center-upgrade
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
                && matches!(clinical_center_upgraded_to, 1 | 2)),
            exactly(of(2000000, 0, 0, 0)),
        ),
        // weihai-cluster-key-project-preference
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 10 | 11 | 12))
                && key_project_in_cluster),
            up_to(None),
        ),
        // weihai-common-tech-municipal-plan
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 10 | 11 | 12))
                && common_tech_project),
            up_to(None),
        ),
        // weihai-competition-organiser
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0 | 7 | 10 | 12)
                && matches!(event_organiser_role, 1 | 2 | 3)
                && matches!(event_level, 2 | 3 | 4)),
            up_to(Some(of(1000000, 0, 0, 0))),
        ),
        // weihai-contest-national-final-entry
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && contest_national_finalists >= of(1, 0, 0, 0)),
            exactly((contest_national_finalists * of(100000, 0, 0, 0))),
        ),
        // weihai-contest-prize-match
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && contest_prize_won),
            exactly((contest_national_prize_cny * of(1, 0, 0, 0))),
        ),
        // weihai-direct-financing-support
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && (is_tech_enterprise || hnte_valid)
                && direct_financing_activity),
            up_to(None),
        ),
        // weihai-directed-commission-project
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 10 | 11 | 12))
                && can_lead_major_project),
            up_to(None),
        ),
        // weihai-enterprise-rd-subsidy
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && rd_expense_cny > of(0, 0, 0, 0)),
            up_to(Some(of(10000000, 0, 0, 0))),
        ),
        // weihai-enterprise-rd-unit-support
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && sets_up_rd_unit
                && (tech_sme_listed || is_above_scale_industrial)),
            up_to(None),
        ),
        // weihai-foreign-talent-equal-treatment
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 8 | 9)
                && is_foreign_talent),
            exactly(of(0, 0, 0, 0)),
        ),
        // weihai-gazelle-certified
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && gazelle_certified),
            up_to(None),
        ),
        // weihai-gazelle-pool-funding
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && in_gazelle_pool),
            up_to(None),
        ),
        // weihai-hd-excellent-agency-commendation
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
                && is_tech_service_agency
                && agency_rated_excellent
                && !(agency_misconduct)),
            exactly(of(0, 0, 0, 0)),
        ),
        // weihai-hd-foreign-expert-24-services
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 8)
                && is_foreign_talent),
            exactly(of(0, 0, 0, 0)),
        ),
        // weihai-hd-hnte-income-tax
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && hnte_valid),
            up_to(None),
        ),
        // weihai-hd-innovation-voucher
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
                && is_tech_service_agency),
            up_to(None),
        ),
        // weihai-hd-ladder-funding
        (
            judged(
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
            up_to(None),
        ),
        // weihai-hd-pioneer-individuals
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 8)
                && is_sci_service_practitioner
                && party_org_recommended
                && has_volunteer_points),
            exactly(of(0, 0, 0, 0)),
        ),
        // weihai-hd-rd-post-subsidy
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && rd_expense_cny > of(0, 0, 0, 0)),
            up_to(None),
        ),
        // weihai-hd-rd-super-deduction
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
                && rd_expense_cny > of(0, 0, 0, 0)),
            up_to(None),
        ),
        // weihai-hd-tase-income-tax
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && tase_certified),
            up_to(None),
        ),
        // weihai-hightech-zone-rank
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 12)
                && is_national_hightech_zone
                && hightech_rank_places_gained >= of(1, 0, 0, 0)),
            exactly((hightech_rank_places_gained * of(2000000, 0, 0, 0))),
        ),
        // weihai-hnte-newly-certified
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && matches!(hnte_event, 1)),
            exactly(of(200000, 0, 0, 0)),
        ),
        // weihai-hnte-recertified
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && matches!(hnte_event, 2)),
            exactly(of(100000, 0, 0, 0)),
        ),
        // weihai-hnte-tax-growth-reward-to-district
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 10 | 12)
                && hnte_tax_increment_cny > of(0, 0, 0, 0)),
            up_to(None),
        ),
        // weihai-hnte-tax-preference
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && hnte_valid),
            up_to(None),
        ),
        // weihai-incubator-hnte-graduate
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && matches!(carrier_level, 2 | 3 | 4)
                && hnte_graduates_year >= of(1, 0, 0, 0)),
            exactly(
                (hnte_graduates_year * of(100000, 0, 0, 0)).min(of(1000000, 0, 0, 0)),
            ),
        ),
        // weihai-incubator-national
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && incubator_national),
            exactly(of(2000000, 0, 0, 0)),
        ),
        // weihai-industrial-tech-institute-case-by-case
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0 | 1 | 2 | 3)
                && leads_industrial_tech_institute),
            up_to(None),
        ),
        // weihai-industry-fund-pipeline
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && is_tech_enterprise),
            exactly(of(0, 0, 0, 0)),
        ),
        // weihai-innovation-voucher-inclusive
        (
            judged(
                (371000..=371099).contains(&registered_in)
                    && !(matches!(applicant_kind, 10 | 11 | 12))
                    && (matches!(voucher_service_category, 5 | 6 | 7 | 1 | 2 | 3 | 4)
                        || (matches!(voucher_service_category, 8) && false)),
                (371000..=371099).contains(&registered_in)
                    && !(matches!(applicant_kind, 10 | 11 | 12))
                    && (matches!(voucher_service_category, 5 | 6 | 7 | 1 | 2 | 3 | 4)
                        || (matches!(voucher_service_category, 8) && true)),
            ),
            up_to(None),
        ),
        // weihai-innovative-town
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 11)
                && innovative_town),
            exactly(of(1000000, 0, 0, 0)),
        ),
        // weihai-instrument-sharing-voucher
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && matches!(instrument_sharing_role, 1 | 2 | 3)),
            up_to(None),
        ),
        // weihai-intl-cooperation-base-national
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && intl_base_national),
            exactly(of(1000000, 0, 0, 0)),
        ),
        // weihai-intl-cooperation-base-provincial
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && intl_base_provincial),
            exactly(of(500000, 0, 0, 0)),
        ),
        // weihai-introduce-universities-case-by-case
        (
            met(matches!(applicant_kind, 0 | 1 | 2 | 3 | 4 | 5 | 7 | 14)
                && setup_in_weihai_plan
                && (matches!(applicant_kind, 1 | 2 | 3) || is_tech_transfer_agency)),
            up_to(None),
        ),
        // weihai-invention-patents-20
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && invention_patents_granted_year >= of(20, 0, 0, 0)),
            exactly(of(200000, 0, 0, 0)),
        ),
        // weihai-invention-patents-top50
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && invention_grants_provincial_rank <= of(50, 0, 0, 0)),
            exactly(of(300000, 0, 0, 0)),
        ),
        // weihai-ip-agency-100-invention-grants
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
                && is_ip_agency
                && agency_local_invention_grants_year > of(100, 0, 0, 0)),
            up_to(Some(of(200000, 0, 0, 0))),
        ),
        // weihai-key-tech-innovation-projects
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 10 | 11 | 12))
                && key_industry_tech_project),
            up_to(None),
        ),
        // weihai-loan-risk-compensation-municipal
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 6)
                && bank_riskcomp_registered
                && conversion_loan_loss_cny > of(0, 0, 0, 0)),
            exactly((conversion_loan_loss_cny * of(35, 0, 0, 2))),
        ),
        // weihai-loan-risk-compensation-provincial
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 6)
                && bank_riskcomp_registered
                && conversion_loan_loss_cny > of(0, 0, 0, 0)),
            exactly((conversion_loan_loss_cny * of(35, 0, 0, 2))),
        ),
        // weihai-makerspace-national-specialised
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && makerspace_national_specialised),
            exactly(of(2000000, 0, 0, 0)),
        ),
        // weihai-match-national-hightech-base
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && national_hightech_base),
            exactly((hightech_base_superior_funds_cny * of(1, 0, 0, 0))),
        ),
        // weihai-match-national-innovation-carrier
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && national_innovation_carrier),
            exactly((innovation_carrier_superior_funds_cny * of(1, 0, 0, 0))),
        ),
        // weihai-match-national-innovative-cluster
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && national_innovative_cluster),
            exactly((innovative_cluster_superior_funds_cny * of(1, 0, 0, 0))),
        ),
        // weihai-match-national-torch-base
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && national_torch_base),
            exactly((torch_base_superior_funds_cny * of(1, 0, 0, 0))),
        ),
        // weihai-military-institute-settlement
        (
            met(matches!(applicant_kind, 0 | 3 | 5)
                && research_body_settles_in_weihai
                && from_military_reform),
            up_to(None),
        ),
        // weihai-national-innovative-county
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 10)
                && national_innovative_county),
            exactly(of(5000000, 0, 0, 0)),
        ),
        // weihai-national-ip-advantage-enterprise
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && national_ip_advantage_this_year),
            exactly(of(100000, 0, 0, 0)),
        ),
        // weihai-national-ip-demonstration-enterprise
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && national_ip_demo_this_year),
            exactly(of(300000, 0, 0, 0)),
        ),
        // weihai-national-science-award-first
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && national_award_first_unit
                && national_sci_award_first_count >= of(1, 0, 0, 0)),
            exactly((national_sci_award_first_count * of(1000000, 0, 0, 0))),
        ),
        // weihai-national-science-award-second
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && national_award_first_unit
                && national_sci_award_second_count >= of(1, 0, 0, 0)),
            exactly((national_sci_award_second_count * of(500000, 0, 0, 0))),
        ),
        // weihai-national-science-award-special
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && national_award_first_unit
                && national_sci_award_special_count >= of(1, 0, 0, 0)),
            exactly((national_sci_award_special_count * of(2000000, 0, 0, 0))),
        ),
        // weihai-national-top-science-award
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 8)
                && national_top_science_award),
            exactly(of(5000000, 0, 0, 0)),
        ),
        // weihai-new-rd-institution-government-joint
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
                && matches!(new_rd_institution_mode, 2)
                && has_cobuilding_agreement),
            up_to(None),
        ),
        // weihai-new-rd-institution-self-built
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
                && matches!(new_rd_institution_mode, 1)),
            up_to(Some(of(2000000, 0, 0, 0))),
        ),
        // weihai-overseas-rd-center
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && overseas_rd_established),
            exactly(of(1000000, 0, 0, 0)),
        ),
        // weihai-patent-navigation
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && patent_navigation_cost_cny > of(0, 0, 0, 0)),
            exactly(
                (patent_navigation_cost_cny * of(5, 0, 0, 1)).min(of(500000, 0, 0, 0)),
            ),
        ),
        // weihai-patent-operation-pilot
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
                && is_ip_agency
                && patent_operation_pilot),
            up_to(Some(of(1000000, 0, 0, 0))),
        ),
        // weihai-provincial-science-award-first-match
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && provincial_sci_award_first),
            exactly((provincial_sci_award_first_prize_cny * of(1, 0, 0, 0))),
        ),
        // weihai-provincial-science-award-second-match
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && provincial_sci_award_second),
            exactly((provincial_sci_award_second_prize_cny * of(1, 0, 0, 0))),
        ),
        // weihai-provincial-science-award-third-match
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && provincial_sci_award_third),
            exactly((provincial_sci_award_third_prize_cny * of(1, 0, 0, 0))),
        ),
        // weihai-provincial-top-science-award
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 8)
                && provincial_top_science_award),
            exactly(of(2000000, 0, 0, 0)),
        ),
        // weihai-rd-super-deduction
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && rd_expense_cny > of(0, 0, 0, 0)),
            up_to(None),
        ),
        // weihai-sci-commissioner-excellent-support
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 8)
                && is_sci_commissioner
                && commissioner_rated_excellent),
            up_to(None),
        ),
        // weihai-shandong-core-tech-ip-100
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && shandong_core_ip_count >= of(1, 0, 0, 0)),
            exactly((shandong_core_ip_count * of(1000000, 0, 0, 0))),
        ),
        // weihai-shandong-patent-first
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && shandong_patent_first_count >= of(1, 0, 0, 0)),
            exactly((shandong_patent_first_count * of(100000, 0, 0, 0))),
        ),
        // weihai-shandong-patent-second
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && shandong_patent_second_count >= of(1, 0, 0, 0)),
            exactly((shandong_patent_second_count * of(50000, 0, 0, 0))),
        ),
        // weihai-shandong-patent-special
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && shandong_patent_special_count >= of(1, 0, 0, 0)),
            exactly((shandong_patent_special_count * of(200000, 0, 0, 0))),
        ),
        // weihai-talent-team-project-priority
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && talent_team_project),
            up_to(None),
        ),
        // weihai-talent-yingcai-plan
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && talent_programme_selected),
            up_to(None),
        ),
        // weihai-tase-income-tax
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && tase_certified),
            up_to(None),
        ),
        // weihai-tase-one-time
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && tase_certified),
            exactly(of(200000, 0, 0, 0)),
        ),
        // weihai-tase-training-deduction
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && tase_certified),
            up_to(None),
        ),
        // weihai-tech-entrepreneur-programme
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 8)
                && heads_high_growth_tech_enterprise),
            up_to(None),
        ),
        // weihai-tech-market-award-national
        (
            met((371000..=371099).contains(&registered_in) && tech_market_award_national),
            exactly(of(200000, 0, 0, 0)),
        ),
        // weihai-tech-market-award-provincial
        (
            met((371000..=371099).contains(&registered_in)
                && tech_market_award_provincial),
            exactly(of(100000, 0, 0, 0)),
        ),
        // weihai-tech-platform-selective
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
                && platform_in_listed_field
                && (matches!(platform_status, 2) || matches!(platform_status, 3))),
            up_to(None),
        ),
        // weihai-tech-service-agency-reward
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
                && is_tech_service_agency
                && tech_service_income_cny > of(0, 0, 0, 0)),
            up_to(None),
        ),
        // weihai-tech-sme-priority
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && tech_sme_listed),
            up_to(None),
        ),
        // weihai-tech-transfer-agency-assessed-excellent
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
                && (is_tech_transfer_agency || is_tech_service_agency)
                && agency_rated_excellent),
            up_to(None),
        ),
        // weihai-tic-municipal-enterprise-led
        (
            met((371000..=371099).contains(&registered_in)
                && matches!(applicant_kind, 0)
                && leads_municipal_tic),
            exactly(of(2000000, 0, 0, 0)),
        ),
        // weihai-tic-municipal-public-led
        (
            judged(
                (371000..=371099).contains(&registered_in)
                    && matches!(applicant_kind, 1 | 2 | 3 | 4 | 5 | 7 | 14)
                    && leads_municipal_tic
                    && (!(matches!(applicant_kind, 7 | 14)) || false),
                (371000..=371099).contains(&registered_in)
                    && matches!(applicant_kind, 1 | 2 | 3 | 4 | 5 | 7 | 14)
                    && leads_municipal_tic
                    && (!(matches!(applicant_kind, 7 | 14)) || true),
            ),
            exactly(of(3000000, 0, 0, 0)),
        ),
        // weihai-tic-national
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
                && tic_national),
            exactly(of(10000000, 0, 0, 0)),
        ),
        // weihai-tic-provincial
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 6 | 10 | 11 | 12))
                && tic_provincial),
            exactly(of(5000000, 0, 0, 0)),
        ),
        // weihai-tt-demonstration-national
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
                && tt_demo_national),
            exactly(of(2000000, 0, 0, 0)),
        ),
        // weihai-tt-demonstration-provincial
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9 | 10 | 11 | 12))
                && tt_demo_provincial),
            exactly(of(1000000, 0, 0, 0)),
        ),
        // weihai-univ-sci-park-incubation-funding
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && operates_univ_sci_park
                && univ_park_cultivated_tech_enterprises),
            up_to(None),
        ),
        // weihai-univ-sci-park-national
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && univ_park_national),
            exactly(of(3000000, 0, 0, 0)),
        ),
        // weihai-univ-sci-park-provincial
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && univ_park_provincial),
            exactly(of(1000000, 0, 0, 0)),
        ),
        // weihai-voucher-tech-supply-demand
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 10 | 11 | 12))
                && matches!(tech_trade_role, 1 | 2 | 3)),
            up_to(None),
        ),
        // weihai-xingchuang-tiandi
        (
            met((371000..=371099).contains(&registered_in)
                && !(matches!(applicant_kind, 8 | 9))
                && xingchuang_tiandi),
            exactly(of(1000000, 0, 0, 0)),
        ),
    ]
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

fn value<'a>(answers: &'a Answers, fact: &FactId) -> &'a Value {
    match answers.get(fact) {
        Some(Answer::Known(value)) => value,
        _ => &Value::YesNo(false),
    }
}

fn number(value: &Value) -> Decimal {
    match value {
        Value::Number(number) => *number,
        _ => Decimal::ZERO,
    }
}

const fn of(low: u32, middle: u32, high: u32, scale: u32) -> Decimal {
    Decimal::from_parts(low, middle, high, false, scale)
}

fn exactly(sum: Decimal) -> Amounts {
    Amounts { min: sum, max: Some(sum) }
}

fn up_to(most: Option<Decimal>) -> Amounts {
    Amounts { min: Decimal::ZERO, max: most }
}
