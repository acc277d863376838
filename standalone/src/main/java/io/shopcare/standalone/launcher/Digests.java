package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 of each file of a copy, by its path in it; written as {@code sha256sum -c} reads it. */
record Digests(Map<String, String> byPath) {
    private static final String LIST = "files.sha256";
    private static final String GAP = "  ";

    /** Copies these folders, where they are there, and returns when what was copied is on disk. */
    static Digests copying(List<String> parts, Path from, Path to) throws IOException {
        var digests = new TreeMap<String, String>();
        for (Path part : parts.stream().map(from::resolve).filter(Files::exists).toList()) {
            try (var all = Files.walk(part)) {
                for (Path path : all.toList()) {
                    String name = from.relativize(path).toString();
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(to.resolve(name));
                    } else {
                        digests.put(name, copy(path, to.resolve(name)));
                    }
                }
            }
        }
        return new Digests(digests);
    }

    private static String copy(Path from, Path to) throws IOException {
        var digest = sha256();
        try (var out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
            Files.copy(from, out);
        }
        Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        sync(to);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static Digests in(Path folder) throws IOException {
        if (Files.notExists(folder.resolve(LIST))) {
            throw new UsageException("There is no backup in " + folder);
        }
        var digests = new TreeMap<String, String>();
        Files.readAllLines(folder.resolve(LIST)).forEach(line -> {
            int gap = line.indexOf(GAP);
            digests.put(line.substring(gap + GAP.length()), line.substring(0, gap));
        });
        return new Digests(digests);
    }

    void write(Path folder) throws IOException {
        Files.write(folder.resolve(LIST), byPath.entrySet().stream().map(file -> file.getValue() + GAP
                + file.getKey()).toList());
        sync(folder.resolve(LIST));
    }

    int count() {
        return byPath.size();
    }

    String firstUnlike(Digests other) {
        return byPath.entrySet().stream().filter(file -> !file.getValue().equals(other.byPath.get(file.getKey())))
                .map(Map.Entry::getKey).findFirst().orElse("it has files that its list does not name");
    }
}
