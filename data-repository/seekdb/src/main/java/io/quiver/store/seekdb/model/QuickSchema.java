package io.quiver.store.seekdb.model;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * A table of an id and a vector, in few words. Its vectors have a graph of neighbours,
 * called after their field with {@code _idx} behind.
 *
 * @param dimension the number of elements of a vector, 1 to 4096
 * @param idName the name of the id
 * @param idType the type of the id: a whole number, or text or bytes of a greatest length
 * @param autoId whether the server counts the id up
 * @param vectorName the name of the vector
 * @param metric by what the nearest are found
 * @param organization how the rows are kept
 * @author Quiver
 * @since 0.1
 */
public record QuickSchema(int dimension, String idName, FieldType idType, boolean autoId, String vectorName,
		Distance metric, Organization organization) {

	private static final Set<FieldType.Kind> ID_KINDS = EnumSet.of(FieldType.Kind.INTEGER, FieldType.Kind.TEXT,
			FieldType.Kind.BINARY);

	private static final Pattern UNKEYED = Pattern.compile("\\w*(TEXT|BLOB)", Pattern.CASE_INSENSITIVE);

	public QuickSchema {
		Assert.isTrue(dimension >= 1 && dimension <= FieldType.MAX_INDEXED_DIMENSION, () -> "'dimension' must be "
				+ "between 1 and " + FieldType.MAX_INDEXED_DIMENSION + ", not " + dimension);
		Assert.hasText(idName, "'idName' must not be empty");
		Assert.notNull(idType, "'idType' must not be null");
		Assert.isTrue(ID_KINDS.contains(idType.kind()) && !UNKEYED.matcher(idType.sql()).matches(),
				() -> "'idType' must be a whole number, text or bytes of a greatest length, not " + idType);
		Assert.hasText(vectorName, "'vectorName' must not be empty");
		Assert.notNull(metric, "'metric' must not be null");
		Assert.notNull(organization, "'organization' must not be null");
	}

	/**
	 * Return a table of {@code id}, a whole number of 64 bits, and {@code vector}, found
	 * by {@link Distance#L2}.
	 * @param dimension the number of elements of a vector
	 * @return the table
	 */
	public static QuickSchema of(int dimension) {
		return new QuickSchema(dimension, "id", FieldType.BIGINT, false, "vector", Distance.L2, Organization.INDEX);
	}

	/**
	 * Return this table with another id.
	 * @param idName the name of the id
	 * @param idType the type of the id
	 * @return the table
	 */
	public QuickSchema withId(String idName, FieldType idType) {
		return new QuickSchema(this.dimension, idName, idType, this.autoId, this.vectorName, this.metric,
				this.organization);
	}

	/**
	 * Return this table with an id of another type.
	 * @param idType the type of the id: a whole number, or text or bytes of a greatest
	 * length
	 * @return the table
	 */
	public QuickSchema withIdType(FieldType idType) {
		return withId(this.idName, idType);
	}

	/**
	 * Return this table with an id that the server counts up.
	 * @return the table
	 */
	public QuickSchema withAutoId() {
		return new QuickSchema(this.dimension, this.idName, this.idType, true, this.vectorName, this.metric,
				this.organization);
	}

	/**
	 * Return this table with another name for its vector.
	 * @param vectorName the name
	 * @return the table
	 */
	public QuickSchema withVectorName(String vectorName) {
		return new QuickSchema(this.dimension, this.idName, this.idType, this.autoId, vectorName, this.metric,
				this.organization);
	}

	/**
	 * Return this table with the nearest found otherwise.
	 * @param metric by what they are found
	 * @return the table
	 */
	public QuickSchema withMetric(Distance metric) {
		return new QuickSchema(this.dimension, this.idName, this.idType, this.autoId, this.vectorName, metric,
				this.organization);
	}

	/**
	 * Return this table with its rows kept otherwise.
	 * @param organization how they are kept
	 * @return the table
	 */
	public QuickSchema withOrganization(Organization organization) {
		return new QuickSchema(this.dimension, this.idName, this.idType, this.autoId, this.vectorName, this.metric,
				organization);
	}

	/**
	 * Return this table in full. An id of text tells case and accents apart.
	 * @return the table
	 */
	public TableSchema toSchema() {
		FieldSchema id = FieldSchema.primary(this.idName, this.idType);
		if (this.autoId) {
			id = id.withAutoId();
		}
		if (this.idType.kind() == FieldType.Kind.TEXT) {
			id = id.withCollation(FieldSchema.BINARY_COLLATION);
		}
		return TableSchema.of(id, FieldSchema.vector(this.vectorName, this.dimension))
			.withIndex(VectorIndex.hnsw(this.vectorName + "_idx", this.vectorName, this.metric))
			.withOrganization(this.organization);
	}

}
