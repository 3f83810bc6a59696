package io.quiver.store.embedded;

import java.util.Arrays;

import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.NumericUtils;

/**
 * The best of the hits seen so far, at most so many, in a heap that grows with them. A
 * hit is one number, its score above and its place, turned round, below: of equal scores
 * the row that comes first is better.
 *
 * @author Quiver
 */
final class BestHits {

	private final int limit;

	private long[] heap = new long[16];

	private int size;

	BestHits(int limit) {
		this.limit = limit;
	}

	void add(int doc, float score) {
		long hit = (long) NumericUtils.floatToSortableInt(score) << 32 | ~doc & 0xFFFFFFFFL;
		if (this.size < this.limit) {
			if (this.size == this.heap.length) {
				this.heap = Arrays.copyOf(this.heap, (int) Math.min(this.limit, this.size * 2L));
			}
			this.heap[this.size] = hit;
			up(this.size++);
		}
		else if (hit > this.heap[0]) {
			this.heap[0] = hit;
			down();
		}
	}

	ScoreDoc[] best() {
		long[] sorted = Arrays.copyOf(this.heap, this.size);
		Arrays.sort(sorted);
		ScoreDoc[] best = new ScoreDoc[this.size];
		for (int i = 0; i < best.length; i++) {
			long hit = sorted[best.length - 1 - i];
			best[i] = new ScoreDoc(~(int) hit, NumericUtils.sortableIntToFloat((int) (hit >> 32)));
		}
		return best;
	}

	private void up(int from) {
		int at = from;
		long hit = this.heap[at];
		while (at > 0 && this.heap[(at - 1) / 2] > hit) {
			this.heap[at] = this.heap[(at - 1) / 2];
			at = (at - 1) / 2;
		}
		this.heap[at] = hit;
	}

	private void down() {
		int at = 0;
		long hit = this.heap[0];
		for (int child = 1; child < this.size; child = 2 * at + 1) {
			if (child + 1 < this.size && this.heap[child + 1] < this.heap[child]) {
				child++;
			}
			if (this.heap[child] >= hit) {
				break;
			}
			this.heap[at] = this.heap[child];
			at = child;
		}
		this.heap[at] = hit;
	}

}
