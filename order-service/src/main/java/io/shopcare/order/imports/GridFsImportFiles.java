package io.shopcare.order.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import org.bson.BsonString;
import org.springframework.stereotype.Component;

import static com.mongodb.client.model.Filters.eq;

/** {@link ImportFiles} in the database, under the SHA-256 of their content. */
@Component
final class GridFsImportFiles implements ImportFiles {
    private final GridFSBucket bucket;

    GridFsImportFiles(MongoDatabase database) {
        this.bucket = GridFSBuckets.create(database, "imports_files");
    }

    @Override
    public String keep(Content content) throws IOException {
        var fileId = digest(content);
        var id = new BsonString(fileId);
        if (bucket.find(eq("_id", id)).first() != null)
            return fileId;
        forgetHalfOfIt(id);
        try (var in = content.open()) {
            bucket.uploadFromStream(id, fileId, in);
        }
        return fileId;
    }

    @Override
    public InputStream open(String fileId) {
        return bucket.openDownloadStream(new BsonString(fileId));
    }

    /** Whoever kept it before may have died between its chunks. */
    private void forgetHalfOfIt(BsonString id) {
        try {
            bucket.delete(id);
        } catch (MongoGridFSException e) {
            // there is no such file, as should be; chunks without one are gone now
        }
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
