package io.shopcare.mongo.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Random;

import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import org.bson.types.ObjectId;

import static io.shopcare.mongo.contract.Mongo.json;
import static org.assertj.core.api.Assertions.assertThat;

class GridFsTest {

    @Contract
    void keepsFiles(Mongo mongo) {
        GridFSBucket bucket = GridFSBuckets.create(mongo.database());
        byte[] content = new byte[700_000];
        new Random(1).nextBytes(content);
        ObjectId id = bucket.uploadFromStream("photo.jpg", new ByteArrayInputStream(content),
                new GridFSUploadOptions().metadata(json("{shop: 's'}")));
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        bucket.downloadToStream(id, read);
        assertThat(read.toByteArray()).isEqualTo(content);
        assertThat(bucket.find(json("{'metadata.shop': 's'}")).first().getLength()).isEqualTo(700_000);
        bucket.rename(id, "other.jpg");
        assertThat(bucket.find(json("{filename: 'other.jpg'}")).first().getObjectId()).isEqualTo(id);
        bucket.delete(id);
        assertThat(mongo.collection("fs.chunks").countDocuments()).isZero();
    }
}
