package io.shopcare.mongo.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges the write-ahead log before it is replayed. The end of the last log may be torn, by a crash while it was written:
 * nothing there was acknowledged. Anything else that is not whole is damage, and replaying up to it would lose
 * acknowledged writes silently.
 */
final class LogCheck {

    private LogCheck() {}

    static void check(Path files, SyncMark.Position synced) throws IOException {
        List<Path> logs = logs(files);
        if (synced.log() > (logs.isEmpty() ? 0 : number(logs.getLast()))) {
            throw damaged("the log %06d.log is missing".formatted(synced.log()));
        }
        for (int i = 0; i < logs.size(); i++) {
            check(logs.get(i), i == logs.size() - 1 || isEmpty(logs.subList(i + 1, logs.size())), synced);
        }
    }

    private static void check(Path log, boolean last, SyncMark.Position synced) throws IOException {
        LogRecords records = new LogRecords(Files.readAllBytes(log));
        long whole = records.wholeBytes();
        long size = Files.size(log);
        String name = "the log " + log.getFileName();
        if (number(log) == synced.log() && whole < synced.bytes()) {
            throw damaged(name + " is not whole at byte " + whole + ", but " + synced.bytes()
                    + " bytes of it were acknowledged");
        }
        if (whole < size && !last) {
            throw damaged(name + " is not whole at byte " + whole + ", and is not the last one");
        }
        if (whole < size && records.hasPieceAfter(whole + 1)) {
            throw damaged(name + " is not whole at byte " + whole + ", and whole records follow");
        }
    }

    private static boolean isEmpty(List<Path> logs) throws IOException {
        for (Path log : logs) {
            if (Files.size(log) > 0) {
                return false;
            }
        }
        return true;
    }

    /** In the order they were written. */
    static List<Path> logs(Path files) throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            return all.filter(file -> file.getFileName().toString().matches("\\d+\\.log"))
                    .sorted(Comparator.comparingLong(LogCheck::number)).toList();
        }
    }

    static long number(Path log) {
        String name = log.getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    private static StoreDamagedException damaged(String what) {
        return new StoreDamagedException(what + "; the store was not opened", null);
    }
}
