use std::ffi::c_void;
use std::marker::PhantomData;
use std::mem::{size_of, size_of_val};
use std::{io, ptr};

use windows_sys::Win32::Foundation::HANDLE;
use windows_sys::Win32::Security::SECURITY_CAPABILITIES;
use windows_sys::Win32::System::Threading::{
    DeleteProcThreadAttributeList, InitializeProcThreadAttributeList, LPPROC_THREAD_ATTRIBUTE_LIST,
    PROC_THREAD_ATTRIBUTE_ALL_APPLICATION_PACKAGES_POLICY, PROC_THREAD_ATTRIBUTE_CHILD_PROCESS_POLICY,
    PROC_THREAD_ATTRIBUTE_HANDLE_LIST, PROC_THREAD_ATTRIBUTE_MITIGATION_POLICY,
    PROC_THREAD_ATTRIBUTE_SECURITY_CAPABILITIES, UpdateProcThreadAttribute,
};

use super::checked;
use super::container::Container;

/// How many attributes are set below.
const COUNT: u32 = 5;
/// `PROCESS_CREATION_CHILD_PROCESS_RESTRICTED`: no further process.
const NO_CHILDREN: u32 = 1;
/// `PROCESS_CREATION_ALL_APPLICATION_PACKAGES_OPT_OUT`: not even what every container may read.
const LESS_PRIVILEGED: u32 = 1;

/// `PROCESS_CREATION_MITIGATION_POLICY_…_ALWAYS_ON` of winbase.h. Each policy has four bits at its own place, of which 1
/// means always on; windows-sys does not name them.
const MITIGATIONS: u64 = DATA_EXECUTION_PREVENTION
    | always_on(8) // FORCE_RELOCATE_IMAGES
    | always_on(12) // HEAP_TERMINATE
    | always_on(16) // BOTTOM_UP_ASLR
    | always_on(20) // HIGH_ENTROPY_ASLR
    | always_on(24) // STRICT_HANDLE_CHECKS
    | always_on(28) // WIN32K_SYSTEM_CALL_DISABLE
    | always_on(32) // EXTENSION_POINT_DISABLE
    | always_on(36) // PROHIBIT_DYNAMIC_CODE
    | always_on(48) // FONT_DISABLE
    | always_on(52) // IMAGE_LOAD_NO_REMOTE
    | always_on(56) // IMAGE_LOAD_NO_LOW_LABEL
    | always_on(60); // IMAGE_LOAD_PREFER_SYSTEM32
const DATA_EXECUTION_PREVENTION: u64 = 1;

const fn always_on(place: u32) -> u64 {
    1 << place
}

/// What the process is started with. Keeps the values that its list points to.
pub(super) struct Attributes<'a> {
    list: Vec<u64>,
    values: Values,
    _lives: PhantomData<(&'a Container, &'a [HANDLE])>,
}

/// Boxed, since the list holds their addresses.
struct Values {
    capabilities: Box<SECURITY_CAPABILITIES>,
    words: Box<(u32, u32, u64)>,
}

impl<'a> Attributes<'a> {
    /// The container, nothing but these handles, no children, and the mitigations.
    pub(super) fn confining(container: &'a Container, handles: &'a [HANDLE]) -> io::Result<Self> {
        let values = Values {
            capabilities: Box::new(SECURITY_CAPABILITIES {
                AppContainerSid: container.sid(),
                Capabilities: ptr::null_mut(),
                CapabilityCount: 0,
                Reserved: 0,
            }),
            words: Box::new((LESS_PRIVILEGED, NO_CHILDREN, MITIGATIONS)),
        };
        let mut attributes = Self { list: room(), values, _lives: PhantomData };
        let mut length = size_of_val(attributes.list.as_slice());
        // SAFETY: the list is as large as the system asked for, and aligned for it.
        checked(unsafe { InitializeProcThreadAttributeList(attributes.as_mut_ptr(), COUNT, 0, &raw mut length) })?;
        let capabilities: *const SECURITY_CAPABILITIES = &raw const *attributes.values.capabilities;
        let (less, children, mitigations) = {
            let words = &attributes.values.words;
            (&raw const words.0, &raw const words.1, &raw const words.2)
        };
        attributes.set(
            PROC_THREAD_ATTRIBUTE_SECURITY_CAPABILITIES,
            capabilities,
            size_of::<SECURITY_CAPABILITIES>(),
        )?;
        attributes.set(PROC_THREAD_ATTRIBUTE_ALL_APPLICATION_PACKAGES_POLICY, less, size_of::<u32>())?;
        attributes.set(PROC_THREAD_ATTRIBUTE_CHILD_PROCESS_POLICY, children, size_of::<u32>())?;
        attributes.set(PROC_THREAD_ATTRIBUTE_MITIGATION_POLICY, mitigations, size_of::<u64>())?;
        attributes.set(PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles.as_ptr(), size_of_val(handles))?;
        Ok(attributes)
    }

    pub(super) fn as_mut_ptr(&mut self) -> LPPROC_THREAD_ATTRIBUTE_LIST {
        self.list.as_mut_ptr().cast()
    }

    fn set<T>(&mut self, attribute: u32, value: *const T, length: usize) -> io::Result<()> {
        let attribute = usize::try_from(attribute).map_err(io::Error::other)?;
        // SAFETY: the list is initialised; the value is of the length told, and lives and stays where it is as long as the
        // list (boxed above, or borrowed for the list's lifetime).
        checked(unsafe {
            UpdateProcThreadAttribute(
                self.as_mut_ptr(),
                0,
                attribute,
                value.cast::<c_void>(),
                length,
                ptr::null_mut(),
                ptr::null(),
            )
        })
    }
}

impl Drop for Attributes<'_> {
    fn drop(&mut self) {
        // SAFETY: initialised, or zeroes, which is a list without attributes.
        unsafe { DeleteProcThreadAttributeList(self.as_mut_ptr()) };
    }
}

/// As much as the system says that it needs.
fn room() -> Vec<u64> {
    let mut length = 0;
    // SAFETY: without a list only the length is told; that it "fails" is how it does so.
    unsafe { InitializeProcThreadAttributeList(ptr::null_mut(), COUNT, 0, &raw mut length) };
    vec![0; length.div_ceil(size_of::<u64>())]
}
