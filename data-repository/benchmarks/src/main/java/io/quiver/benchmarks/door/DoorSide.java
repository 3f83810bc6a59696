package io.quiver.benchmarks.door;

import java.util.List;
import java.util.function.Supplier;

/**
 * Who makes the calls.
 *
 * @author Quiver
 * @since 0.1
 */
public enum DoorSide {

	DOOR(() -> Door.guarded(Policies.create(), Observed.byMeters()).waiting()),

	HAND(() -> HandWritten.of(Policies.create(), Observed.byMeters()).once()),

	HAND_PER_CALL(() -> HandWritten.of(Policies.create(), Observed.byMeters()).perCall()),

	DOOR_NOOP(() -> Door.guarded(Policies.create(), Observed.byNobody()).waiting()),

	HAND_NOOP(() -> HandWritten.of(Policies.create(), Observed.byNobody()).once()),

	DOOR_NOOP_HEARD(() -> Door.guarded(Policies.create().heard(), Observed.byNobody()).waiting()),

	HAND_NOOP_HEARD(() -> HandWritten.of(Policies.create().heard(), Observed.byNobody()).once()),

	DOOR_DIRECT(() -> Door.bare().waiting()),

	DOOR_ASYNC(() -> Door.guarded(Policies.create(), Observed.byMeters()).async()),

	HAND_ASYNC(() -> HandWritten.of(Policies.create(), Observed.byMeters()).async()),

	DOOR_ASYNC_NOOP(() -> Door.guarded(Policies.create(), Observed.byNobody()).async()),

	HAND_ASYNC_NOOP(() -> HandWritten.of(Policies.create(), Observed.byNobody()).async());

	private final Supplier<List<Supplier<Object>>> opener;

	DoorSide(Supplier<List<Supplier<Object>>> opener) {
		this.opener = opener;
	}

	List<Supplier<Object>> open() {
		return this.opener.get();
	}

}
