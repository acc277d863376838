package io.shopcare.order.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import org.bson.BsonString;
import org.springframework.stereotype.Component;

import static com.mongodb.client.model.Filters.eq;

/**
 * {@link ImportFiles} in the database, named by the SHA-256 of their content. Every upload writes chunks of its own: of two
 * at once neither touches the other's, and what a killed one left behind is never taken for a file.
 */
@Component
final class GridFsImportFiles implements ImportFiles {
    private final GridFSBucket bucket;

    GridFsImportFiles(MongoDatabase database) {
        this.bucket = GridFSBuckets.create(database, "imports_files");
    }

    @Override
    public String keep(Content content) throws IOException {
        var digest = digest(content);
        var kept = bucket.find(eq("filename", digest)).first();
        if (kept != null)
            return kept.getId().asString().getValue();
        var fileId = digest + SEPARATOR + UUID.randomUUID();
        var chunks = bucket.openUploadStream(new BsonString(fileId), digest);
        try (var in = content.open()) {
            in.transferTo(chunks);
        } catch (IOException | RuntimeException e) {
            chunks.abort();
            throw e;
        }
        chunks.close();
        return fileId;
    }

    @Override
    public InputStream open(String fileId) {
        return bucket.openDownloadStream(new BsonString(fileId));
    }

    private static String digest(Content content) throws IOException {
        try (var in = new DigestInputStream(content.open(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
