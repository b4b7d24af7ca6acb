//! *Statistik*: how the unit's cases are read and answered. Nothing about a citizen or a colleague.

mod read;
mod save;

pub use read::{CaseFigures, Statistics, StatisticsOf, TemplateFigures, WeekSent, read};
pub use save::save;
