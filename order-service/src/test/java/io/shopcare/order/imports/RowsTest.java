package io.shopcare.order.imports;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One row does not stop a file. */
class RowsTest {
    private final List<OrderImport.Batch> kept = new ArrayList<>();
    private final Rows rows = new Rows(0, kept::add);

    @Test
    @DisplayName("O9a a row that nobody thought of is a bad row, and the rest is read")
    void passesByADefect() {
        rows.each(1, "NY-1", () -> {
            throw new ArithmeticException("13800000000 is no number");
        });
        rows.each(2, "NY-2", rows::placed);
        rows.done(2);
        rows.end();

        assertThat(kept).singleElement().satisfies(batch -> {
            assertThat(batch.placed()).isEqualTo(1);
            assertThat(batch.bad()).singleElement()
                    .satisfies(row -> assertThat(row).hasToString("BadRow[line=1, orderNo=NY-1, reason=row-not-taken, "
                            + "facts={}]"));
        });
    }

    @Test
    @DisplayName("O9a what is around it is no fault of the row: the reader comes back to it")
    void comesBackLater() {
        assertThatThrownBy(() -> rows.each(1, null, () -> {
            throw new DataAccessResourceFailureException("away");
        })).isInstanceOf(DataAccessResourceFailureException.class);
        rows.end();
        assertThat(kept).isEmpty();
    }
}
