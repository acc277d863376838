package io.shopcare.order.imports;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of an import whose reader fails. */
class RunImportTest {
    private static final String ID = "import-1";

    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final InMemoryAggregateStore<OrderImport> imports = new InMemoryAggregateStore<>();

    @BeforeEach
    void begins() {
        imports.create(ID, CommandContext.bySystem("test"), () -> OrderImport.start(ID, ImportKind.ORDERS, "nuanyang",
                "taobao", "orders.csv", "file-1", "an", clock.instant()));
    }

    @Test
    @DisplayName("O1: what fails by itself ends the import, which says so; it would fail again at every sweep")
    void endsWhatFailsByItself() {
        running(new IllegalStateException("a defect")).handle(ID);

        assertThat(theImport().state()).isEqualTo(ImportState.FAILED);
        assertThat(theImport().problem()).isEqualTo("file-unreadable");
    }

    @Test
    @DisplayName("O1: while something around is away the import waits for whoever reads on")
    void waitsForWhatIsAway() {
        var away = new IllegalStateException(new TimeoutException("the database"));

        assertThatThrownBy(() -> running(away).handle(ID)).isSameAs(away);
        assertThat(theImport().state()).isEqualTo(ImportState.RUNNING);
    }

    private OrderImport theImport() {
        return imports.find(ID).orElseThrow().aggregate();
    }

    private RunImport running(RuntimeException failure) {
        return new RunImport(imports, new OneFile(), List.of(new Failing(failure)), clock);
    }

    private record Failing(RuntimeException failure) implements ImportReader {
        @Override
        public ImportKind kind() {
            return ImportKind.ORDERS;
        }

        @Override
        public boolean knows(InputStream file) {
            return true;
        }

        @Override
        public void read(OrderImport behind, InputStream file, Rows rows) {
            throw failure;
        }
    }

    private static final class OneFile implements ImportFiles {
        @Override
        public String keep(Content content) {
            return "file-1";
        }

        @Override
        public InputStream open(String fileId) {
            return InputStream.nullInputStream();
        }
    }
}
