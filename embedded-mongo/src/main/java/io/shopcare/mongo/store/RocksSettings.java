package io.shopcare.mongo.store;

import java.util.Properties;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ChecksumType;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WALRecoveryMode;

/**
 * RocksDB as this server needs it: some hundred megabytes in memory (it lives beside many other processes), quick to open
 * (at most as much log to replay after a kill), and unwilling to open what is not whole.
 */
final class RocksSettings implements AutoCloseable {

    private static final long MEGABYTE = 1L << 20;
    private static final long CACHE_BYTES = 32 * MEGABYTE;
    private static final long MEMTABLE_BYTES = 32 * MEGABYTE;
    private static final double FILTERS_PART_OF_MEMTABLE = 0.05;
    private static final long LOG_BYTES = 96 * MEGABYTE;

    private final LRUCache cache = new LRUCache(CACHE_BYTES);
    private final BloomFilter filter = new BloomFilter(10, false);
    private final DBOptions dbOptions;
    private final ColumnFamilyOptions tableOptions;
    final Options options;

    /** {@code mapped}: the files are real ones and can be mapped into memory. */
    RocksSettings(Env env, boolean mapped) {
        Properties strict = new Properties();
        strict.setProperty("track_and_verify_wals_in_manifest", "true");
        dbOptions = DBOptions.getDBOptionsFromProps(strict);
        dbOptions.setEnv(env).setCreateIfMissing(true).setParanoidChecks(true)
                // of the last log a torn end is dropped; LogCheck has made sure that nothing whole follows it
                .setWalRecoveryMode(WALRecoveryMode.PointInTimeRecovery).setMaxTotalWalSize(LOG_BYTES)
                .setMaxBackgroundJobs(2).setInfoLogLevel(InfoLogLevel.WARN_LEVEL).setKeepLogFileNum(2)
                .setStatsDumpPeriodSec(0).setMaxOpenFiles(512).setAllowMmapReads(mapped);
        // not compressed, and mapped: what is read here and there (a page of an index) costs no call and no unpacking;
        // the same documents are written again and again, and what was overwritten in memory is never merged in files
        tableOptions = new ColumnFamilyOptions().setCompressionType(CompressionType.NO_COMPRESSION)
                .setWriteBufferSize(MEMTABLE_BYTES).setMaxWriteBufferNumber(3)
                .setMemtablePrefixBloomSizeRatio(FILTERS_PART_OF_MEMTABLE).setMemtableWholeKeyFiltering(true)
                .setLevel0FileNumCompactionTrigger(4)
                .setTableFormatConfig(
                        new BlockBasedTableConfig().setBlockSize(4 * 1024).setFilterPolicy(filter).setBlockCache(cache)
                                .setCacheIndexAndFilterBlocks(false).setChecksumType(ChecksumType.kXXH3));
        options = new Options(dbOptions, tableOptions);
    }

    @Override
    public void close() {
        options.close();
        tableOptions.close();
        dbOptions.close();
        filter.close();
        cache.close();
    }
}
