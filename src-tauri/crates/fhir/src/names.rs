//! Addresses: FHIR's extensions and code systems, and our own.

/// Where our own extensions have their addresses.
pub const OWN: &str = "https://budkavle.se/fhir/StructureDefinition/";
/// Where FHIR's own are.
pub(crate) const BASE: &str = "http://hl7.org/fhir/StructureDefinition/";

pub(crate) const CAREGIVER_INSTRUCTION: &str = "caregiver-instruction";
pub(crate) const MAY_REPLY: &str = "citizen-may-reply";
pub(crate) const ITEM_KIND: &str = "item-kind";
pub(crate) const SCALE_LOW: &str = "scale-low-label";
pub(crate) const SCALE_HIGH: &str = "scale-high-label";
pub(crate) const SCALE_COUNTS: &str = "scale-counts";
pub(crate) const SCORE_RANGE: &str = "score-range";
pub(crate) const EXCLUSIVE: &str = "exclusive-option";
pub(crate) const OPTION_ROLE: &str = "option-role";
pub(crate) const CODE_DISPLAY: &str = "code-display";
pub(crate) const VALIDATION_TEXT: &str = "validation-text";
pub(crate) const SHOWN_WHEN: &str = "shown-when";
pub(crate) const INITIAL: &str = "initial-answer";
pub(crate) const HELP: &str = "help-text";
pub(crate) const CODE: &str = "item-code";
pub(crate) const STYLE: &str = "information-style";
pub(crate) const SLOT_REQUIRED: &str = "slot-required";
pub(crate) const ROW_NAME: &str = "row-name";
pub(crate) const TEXT_FORMAT: &str = "text-format";
pub(crate) const EARLIEST: &str = "earliest-days-from-today";
pub(crate) const LATEST: &str = "latest-days-from-today";
pub(crate) const MIN_WRITTEN: &str = "min-as-written";
pub(crate) const MAX_WRITTEN: &str = "max-as-written";
pub(crate) const OPTIONS_LIST: &str = "options-list";
pub(crate) const DECORATIVE: &str = "picture-is-decorative";
pub(crate) const LANGUAGE: &str = "template-language";
pub(crate) const TRANSLATED: &str = "template-translation";

const ALL_OWN: &[&str] = &[
    CAREGIVER_INSTRUCTION,
    MAY_REPLY,
    ITEM_KIND,
    SCALE_LOW,
    SCALE_HIGH,
    SCALE_COUNTS,
    SCORE_RANGE,
    EXCLUSIVE,
    OPTION_ROLE,
    CODE_DISPLAY,
    VALIDATION_TEXT,
    SHOWN_WHEN,
    INITIAL,
    HELP,
    CODE,
    STYLE,
    SLOT_REQUIRED,
    ROW_NAME,
    TEXT_FORMAT,
    EARLIEST,
    LATEST,
    MIN_WRITTEN,
    MAX_WRITTEN,
    DECORATIVE,
    LANGUAGE,
    OPTIONS_LIST,
    TRANSLATED,
];

/// The Norwegian extension that says what ours says of a wrong answer.
const NORWEGIAN_VALIDATION_TEXT: &str = "http://ehelse.no/fhir/StructureDefinition/validationtext";

pub(crate) const TRANSLATION: &str = "http://hl7.org/fhir/StructureDefinition/translation";
pub(crate) const DESIGN_NOTE: &str = "http://hl7.org/fhir/StructureDefinition/designNote";
pub(crate) const MARKDOWN: &str = "http://hl7.org/fhir/StructureDefinition/rendering-markdown";
pub(crate) const DISPLAY_CATEGORY: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-displayCategory";
pub(crate) const ITEM_CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
pub(crate) const MIN_VALUE: &str = "http://hl7.org/fhir/StructureDefinition/minValue";
pub(crate) const MAX_VALUE: &str = "http://hl7.org/fhir/StructureDefinition/maxValue";
pub(crate) const MAX_DECIMALS: &str = "http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces";
pub(crate) const MAX_SIZE: &str = "http://hl7.org/fhir/StructureDefinition/maxSize";
pub(crate) const MIME_TYPE: &str = "http://hl7.org/fhir/StructureDefinition/mimeType";
pub(crate) const REGEX: &str = "http://hl7.org/fhir/StructureDefinition/regex";
pub(crate) const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
pub(crate) const UNIT: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
pub(crate) const MAX_OCCURS: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs";
pub(crate) const SLIDER_STEP: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-sliderStepValue";
pub(crate) const OPTION_EXCLUSIVE: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
pub(crate) const HIDDEN: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
pub(crate) const CONSTRAINT: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-constraint";
pub(crate) const OPEN_LABEL: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-openLabel";
/// What [`ORDINAL`] is called in R5 and in the newer extensions for R4.
pub(crate) const ITEM_WEIGHT: &str = "http://hl7.org/fhir/StructureDefinition/itemWeight";
/// Whether other answers than the alternatives can be given, and what becomes of what is not shown, which R5 has members for.
pub(crate) const ANSWER_CONSTRAINT: &str =
    "http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.answerConstraint";
pub(crate) const DISABLED_DISPLAY: &str =
    "http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.disabledDisplay";
pub(crate) const ITEM_MEDIA: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia";
pub(crate) const SHOWN_EXPRESSION: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression";

pub(crate) const CONTROLS: &str = "http://hl7.org/fhir/questionnaire-item-control";
pub(crate) const CATEGORIES: &str = "http://hl7.org/fhir/questionnaire-display-category";
pub(crate) const YES_NO: &str = "http://terminology.hl7.org/CodeSystem/v2-0136";
pub(crate) const UCUM: &str = "http://unitsofmeasure.org";

/// The address of one of our own extensions.
pub(crate) fn own(name: &str) -> String {
    format!("{OWN}{name}")
}

/// What an extension is known by here. Ours are known by their names, whatever the address before them: forms that were made
/// before the address was decided are ours all the same.
pub(crate) fn key(url: &str) -> String {
    if url == NORWEGIAN_VALIDATION_TEXT {
        return own(VALIDATION_TEXT);
    }
    if url == ITEM_WEIGHT {
        return ORDINAL.to_owned();
    }
    match url.split_once("/fhir/StructureDefinition/") {
        Some((host, name)) if ALL_OWN.contains(&name) && !host.ends_with("hl7.org") => own(name),
        _ => url.to_owned(),
    }
}

/// The last part of an address, for a person to read.
pub(crate) fn short(url: &str) -> &str {
    let last = url.rsplit(['/', '#']).next().filter(|name| !name.is_empty()).unwrap_or(url);
    last.strip_prefix("extension-Questionnaire.").unwrap_or(last)
}
