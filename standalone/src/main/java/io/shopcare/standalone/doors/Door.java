package io.shopcare.standalone.doors;

/** One of the addresses of this program. */
public enum Door {
    IDENTITY, SANDBOX, MAIL;

    /** Whether a path is served behind this door. */
    boolean serves(String path) {
        return this == ownerOf(path);
    }

    private static Door ownerOf(String path) {
        if (path.startsWith("/v1/") || path.startsWith("/pay/")) {
            return SANDBOX;
        }
        return path.startsWith("/api/mails") || path.equals("/mails") ? MAIL : IDENTITY;
    }
}
