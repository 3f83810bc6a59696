package io.quiver.benchmarks.write;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * Who writes.
 *
 * @author Quiver
 * @since 0.1
 */
public enum WriteSide {

	QUIVER(QuiverWriter::new), LUCENE(LuceneWriter::new), APPEND(AppendingWriter::new);

	private final Function<Path, RowWriter> opener;

	WriteSide(Function<Path, RowWriter> opener) {
		this.opener = opener;
	}

	RowWriter open(Path path) {
		return this.opener.apply(path);
	}

}
