//! Where a page's pixels lie in the parent.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

/// Most blocks that a [`Stock`] keeps: one that is read into, one that is worked on, one that waits.
const KEPT: usize = 3;

/// A picture's bytes, row by row from the top. Erased when dropped; or, where they lie in a block of a [`Stock`], when the
/// stock is dropped, unless another picture is written over them first.
pub struct Pixels {
    block: Vec<u8>,
    /// Of the block; what lies beyond is not this picture's.
    length: usize,
    stock: Weak<Shelf>,
}

/// Blocks of memory that one document's pages are read into, one after the other. A block of the system's costs more than
/// what is done with it: for each page two thousand pieces come one by one, are zeroed, and go again.
#[derive(Clone, Debug, Default)]
pub struct Stock(Arc<Shelf>);

#[derive(Default)]
struct Shelf(Mutex<Vec<Vec<u8>>>);

impl Stock {
    /// So many bytes to be written over: they are zeros, or of an earlier picture.
    pub(crate) fn take(&self, length: usize) -> Pixels {
        let kept = self.0.blocks().pop();
        let block = match kept {
            Some(block) if block.len() >= length => block,
            Some(mut small) => {
                zeroize::zeroize_bytes(&mut small);
                vec![0; length]
            }
            None => vec![0; length],
        };
        Pixels { block, length, stock: Arc::downgrade(&self.0) }
    }
}

impl Shelf {
    fn blocks(&self) -> MutexGuard<'_, Vec<Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Shelf {
    fn drop(&mut self) {
        self.blocks().iter_mut().for_each(|block| zeroize::zeroize_bytes(block));
    }
}

impl Drop for Pixels {
    fn drop(&mut self) {
        if let Some(shelf) = self.stock.upgrade() {
            let mut blocks = shelf.blocks();
            if blocks.len() < KEPT {
                blocks.push(std::mem::take(&mut self.block));
                return;
            }
        }
        zeroize::zeroize_bytes(&mut self.block);
    }
}

impl From<Vec<u8>> for Pixels {
    fn from(block: Vec<u8>) -> Self {
        Self { length: block.len(), block, stock: Weak::new() }
    }
}

impl Deref for Pixels {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.block[..self.length]
    }
}

impl DerefMut for Pixels {
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.block[..self.length]
    }
}

impl Clone for Pixels {
    /// In a block of its own.
    fn clone(&self) -> Self {
        self.to_vec().into()
    }
}

impl PartialEq for Pixels {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Pixels {}

impl std::fmt::Debug for Pixels {
    /// Without the pixels: they are a citizen's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pixels({} bytes)", self.length)
    }
}

impl std::fmt::Debug for Shelf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Shelf({} blocks)", self.blocks().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_used_again_while_the_stock_lives() {
        let stock = Stock::default();
        let mut first = stock.take(100);
        first.fill(7);
        let place = first.as_ptr();
        drop(first);
        let second = stock.take(40);
        assert_eq!((second.as_ptr(), second.len()), (place, 40));
        drop(second);
        let larger = stock.take(200);
        assert_eq!(*larger, [0; 200], "nothing of the smaller one is taken along");
        let beside = stock.take(200);
        drop((larger, beside));
        assert_eq!(stock.0.blocks().len(), 2);
    }

    #[test]
    fn no_more_blocks_are_kept_than_are_of_use() {
        let stock = Stock::default();
        let many: Vec<Pixels> = (0..KEPT + 2).map(|_| stock.take(10)).collect();
        drop(many);
        assert_eq!(stock.0.blocks().len(), KEPT);
    }

    #[test]
    fn pixels_outlive_their_stock() {
        let stock = Stock::default();
        let mut pixels = stock.take(3);
        pixels.fill(7);
        drop(stock);
        assert_eq!(*pixels, [7; 3]);
    }
}
