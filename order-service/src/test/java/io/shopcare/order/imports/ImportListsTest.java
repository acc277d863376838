package io.shopcare.order.imports;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;

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

    @Test
    void keepsBothOfTwoWhoBringTheSameAtOnce() throws IOException {
        var files = new GridFsImportFiles(database);
        var content = "订单编号,2\n".repeat(60_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var twin = new ArrayList<String>();
        var times = new int[1]; // read twice: for its name, then to be kept
        var id = files.keep(() -> times[0]++ == 0 ? new ByteArrayInputStream(content) : new InTheMiddle(content) {
            @Override
            void happens() throws IOException {
                twin.add(files.keep(() -> new ByteArrayInputStream(content)));
            }
        });
        assertThat(twin).singleElement().satisfies(other -> {
            assertThat(files.open(other).readAllBytes()).isEqualTo(content);
            assertThat(ImportFiles.isSame(id, other)).isTrue();
        });
        assertThat(files.open(id).readAllBytes()).isEqualTo(content);
    }

    /** Breaks off after half of its content. */
    private static final class CutOff extends InTheMiddle {
        CutOff(byte[] content) {
            super(content);
        }

        @Override
        void happens() {
            throw new IllegalStateException("the connection is gone");
        }
    }

    /** A stream in whose middle something happens once. */
    private abstract static class InTheMiddle extends FilterInputStream {
        private final int middle;
        private boolean happened;

        InTheMiddle(byte[] content) {
            super(new ByteArrayInputStream(content));
            this.middle = content.length / 2;
        }

        abstract void happens() throws IOException;

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (available() < middle && !happened) {
                happened = true;
                happens();
            }
            return super.read(target, offset, length);
        }
    }
}
