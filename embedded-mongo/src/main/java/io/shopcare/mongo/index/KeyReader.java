package io.shopcare.mongo.index;

/** Finds where the values in a key end, without making the values again. */
public final class KeyReader {

    private final byte[] key;
    private final int flip;
    private int at;

    private KeyReader(byte[] key, int at, boolean ascending) {
        this.key = key;
        this.at = at;
        this.flip = ascending ? 0 : 0xFF;
    }

    /** The position after the value that begins at {@code from}. */
    public static int end(byte[] key, int from, boolean ascending) {
        KeyReader reader = new KeyReader(key, from, ascending);
        reader.value();
        return reader.at;
    }

    private int next() {
        return (key[at++] ^ flip) & 0xFF;
    }

    private void value() {
        value(next());
    }

    private void value(int tag) {
        switch (tag) {
            case KeyTag.MIN_KEY, KeyTag.EMPTY_ARRAY, KeyTag.NULL, KeyTag.MAX_KEY -> {
                // nothing follows
            }
            case KeyTag.NUMBER -> number();
            case KeyTag.STRING, KeyTag.CODE -> text();
            case KeyTag.DOCUMENT -> document();
            case KeyTag.ARRAY -> array();
            case KeyTag.BINARY -> binary();
            case KeyTag.OBJECT_ID -> at += 12;
            case KeyTag.BOOLEAN -> at++;
            case KeyTag.DATE, KeyTag.TIMESTAMP -> at += Long.BYTES;
            case KeyTag.REGEX -> {
                text();
                text();
            }
            default -> throw new IllegalStateException("no value begins with " + tag);
        }
    }

    private void number() {
        at += Double.BYTES;
        int rest = next();
        if (rest == NumberKey.EXACT) {
            return;
        }
        at += Integer.BYTES;
        int end = rest == NumberKey.REST_BELOW ? 0xFF : 0;
        while (next() != end) {
            // a digit
        }
    }

    /** Two zeros end it; a zero in the text is followed by another byte. */
    private void text() {
        int zeros = 0;
        while (zeros < 2) {
            zeros = next() == 0 ? zeros + 1 : 0;
        }
    }

    private void document() {
        for (int tag = next(); tag != KeyTag.END; tag = next()) {
            text();
            value();
        }
    }

    private void array() {
        for (int tag = next(); tag != KeyTag.END; tag = next()) {
            value(tag);
        }
    }

    private void binary() {
        int length = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            length = length << 8 | next();
        }
        at += 1 + length;
    }
}
