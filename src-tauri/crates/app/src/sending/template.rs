//! Choosing a template and seeing the message as the citizen will.

use domain::{
    Permission, TemplateId, VersionId,
    message::{Message, SlotProblem, SlotTexts, preview},
    template::{Marking, TemplateContent},
};
use serde::{Deserialize, Serialize};

use crate::{App, failure::Failure};

/// A template that can be sent.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Sendable {
    /// Which template.
    pub template: TemplateId,
    /// The published version to send.
    pub version: VersionId,
    /// Name.
    pub name: String,
    /// *(Information)* or *(Fråga)*.
    pub marking: Marking,
    /// What it is put under; empty when nothing.
    pub category: String,
    /// Whether it is a favourite of who asks.
    pub is_favourite: bool,
}

/// Which version.
#[derive(Deserialize, ts_rs::TS)]
pub struct OpenSendable {
    version: VersionId,
}

/// A version to fill in, with the instruction that only staff see.
#[derive(Serialize, ts_rs::TS)]
pub struct SendableContent {
    /// Which version.
    pub version: VersionId,
    /// Its content.
    pub content: TemplateContent,
}

/// A version and what is written in its slots so far.
#[derive(Deserialize, ts_rs::TS)]
pub struct PreviewMessage {
    version: VersionId,
    slots: SlotTexts,
}

/// The message as the citizen would see it now.
#[derive(Serialize, ts_rs::TS)]
pub struct MessagePreview {
    /// As far as it is written.
    pub message: Message,
    /// What is still missing.
    pub problems: Vec<SlotProblem>,
}

/// The templates that can be sent now.
///
/// # Errors
/// When not permitted.
pub async fn list_sendable(app: &App, (): ()) -> Result<Vec<Sendable>, Failure> {
    let desk = app.desk(Permission::SendCase).await?;
    let rows = desk.opened.store.read().await?.sendable(desk.unit.id, desk.actor.staff).await?;
    let sendable = |row: store::SendableRow| Sendable {
        template: row.template,
        version: row.version,
        name: row.name,
        marking: if row.answerable { Marking::Question } else { Marking::Information },
        category: row.category,
        is_favourite: row.is_favourite,
    };
    Ok(rows.into_iter().map(sendable).collect())
}

/// The content of a version.
///
/// # Errors
/// When not permitted, or there is no such version.
pub async fn open_sendable(app: &App, request: OpenSendable) -> Result<SendableContent, Failure> {
    let desk = app.desk(Permission::SendCase).await?;
    let found = desk.opened.store.read().await?.version(request.version).await?;
    let (_, version) = found.ok_or(Failure::TemplateNotSendable)?;
    Ok(SendableContent { version: version.id, content: version.content })
}

/// The message as the citizen would see it now.
///
/// # Errors
/// When not permitted, or there is no such version.
pub async fn preview_message(app: &App, request: PreviewMessage) -> Result<MessagePreview, Failure> {
    let desk = app.desk(Permission::SendCase).await?;
    let found = desk.opened.store.read().await?.version(request.version).await?;
    let (_, version) = found.ok_or(Failure::TemplateNotSendable)?;
    let (message, problems) = preview(&version.content, &desk.unit, &request.slots);
    Ok(MessagePreview { message, problems })
}
