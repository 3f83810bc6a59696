package io.quiver.store.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.jspecify.annotations.Nullable;

/**
 * Merges as another policy does, and when asked explicitly also the segments that are too
 * small to have a graph: a search compares every row of them, so that many of them are
 * slower than one that is linked.
 *
 * @author Quiver
 */
final class LinkingMergePolicy extends FilterMergePolicy {

	private final int rowsWithoutGraph;

	/**
	 * Create a policy.
	 * @param policy decides all else
	 * @param rowsWithoutGraph how many rows a segment may have that gets no graph
	 */
	LinkingMergePolicy(MergePolicy policy, int rowsWithoutGraph) {
		super(policy);
		this.rowsWithoutGraph = rowsWithoutGraph;
	}

	@Override
	public @Nullable MergeSpecification findMerges(MergeTrigger trigger, SegmentInfos segments, MergeContext context)
			throws IOException {
		MergeSpecification merges = super.findMerges(trigger, segments, context);
		return (merges != null || trigger != MergeTrigger.EXPLICIT) ? merges : linking(segments, context);
	}

	private @Nullable MergeSpecification linking(SegmentInfos segments, MergeContext context) throws IOException {
		List<SegmentCommitInfo> unlinked = new ArrayList<>();
		int rows = 0;
		for (SegmentCommitInfo segment : segments) {
			int size = segment.info.maxDoc();
			if (size <= this.rowsWithoutGraph && !context.getMergingSegments().contains(segment)) {
				unlinked.add(segment);
				rows += size - context.numDeletesToMerge(segment);
			}
		}
		if (unlinked.size() < 2 || rows <= this.rowsWithoutGraph) {
			return null;
		}
		MergeSpecification merges = new MergeSpecification();
		merges.add(new OneMerge(unlinked));
		return merges;
	}

}
