package io.shopcare.order.imports;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** How far an import is. */
public enum ImportState implements FacetState<ImportState> {
    /** Its rows are being read, or wait for somebody to read on. */
    RUNNING,
    /** All rows are read. */
    FINISHED,
    /** The file can't be read on; what was read stays. */
    FAILED;

    @Override
    public Set<ImportState> next() {
        return this == RUNNING ? EnumSet.of(FINISHED, FAILED) : EnumSet.noneOf(ImportState.class);
    }
}
