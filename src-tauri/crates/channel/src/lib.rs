//! What comes from other systems. Today: the citizen register as a CSV file from the journal system, and translations from whoever
//! translates.
//!
//! It reads and checks; it remembers nothing. Delivery needs no connector yet: the citizen's inbox is served from the same
//! store. The national connectors (RIV-TA) have their place here.

pub mod register;
pub mod translations;
