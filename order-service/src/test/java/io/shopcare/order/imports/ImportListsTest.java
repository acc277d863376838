package io.shopcare.order.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Explained;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.web.Cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImportListsTest {
    private final MongoDatabase database = TestDatabase.fresh();
    private final ImportLists lists = new ImportLists(database);

    @Test
    void everyListHasItsIndex() {
        Explained.usesIndex(lists.abandonedQuery(Instant.parse("2026-11-10T02:00:00Z"), 10), "state.leasedTo");
        Explained.usesIndex(lists.badRowsQuery("import-1", null, 50), "parent");
        Explained.usesIndex(lists.badRowsQuery("import-1", Cursor.of("7"), 50), "parent");
    }

    @Test
    void keepsAFileOnceAndMendsOneThatWasCutOff() throws IOException {
        var files = new GridFsImportFiles(database);
        var content = "订单编号,1\n".repeat(60_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var fails = new boolean[]{false, true}; // read twice: for its name, then to be kept
        var times = new int[1];
        assertThatThrownBy(() -> files.keep(() -> {
            boolean cut = fails[times[0]++];
            return cut ? new CutOff(content) : new ByteArrayInputStream(content);
        })).isInstanceOf(Exception.class);
        var id = files.keep(() -> new ByteArrayInputStream(content));
        assertThat(files.keep(() -> new ByteArrayInputStream(content))).isEqualTo(id);
        assertThat(files.open(id).readAllBytes()).isEqualTo(content);
        assertThat(database.getCollection("imports_files.files").countDocuments()).isEqualTo(1);
    }

    /** Breaks off after half of its content. */
    private static final class CutOff extends ByteArrayInputStream {
        CutOff(byte[] content) {
            super(content);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            if (pos > buf.length / 2)
                throw new IllegalStateException("the connection is gone");
            return super.read(target, offset, length);
        }
    }
}
