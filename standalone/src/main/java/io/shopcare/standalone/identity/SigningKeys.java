package io.shopcare.standalone.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.stereotype.Component;

/**
 * The keys that sign tokens, newest first, kept in a file. The newest signs; the one before it stays published, so that
 * tokens signed with it are good until they expire.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {
    private static final int PUBLISHED = 2;

    private final Path file;
    private volatile JWKSet keys;

    SigningKeys(IdentitySettings settings) {
        file = settings.keys().resolve("signing-keys.json");
        keys = Files.exists(file) ? load() : store(List.of(generate()));
    }

    String activeId() {
        return keys.getKeys().getFirst().getKeyID();
    }

    /** From now on a new key signs. */
    synchronized String rotate() {
        var next = new ArrayList<JWK>(List.of(generate()));
        next.addAll(keys.getKeys().subList(0, Math.min(PUBLISHED - 1, keys.size())));
        keys = store(next);
        return activeId();
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        return selector.select(keys);
    }

    private static JWK generate() {
        try {
            return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This JDK cannot make RSA keys", e);
        }
    }

    private JWKSet load() {
        try {
            return JWKSet.load(file.toFile());
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("Cannot read the signing keys in " + file
                    + "; without them all tokens in use are void. Remove the file to start anew", e);
        }
    }

    private JWKSet store(List<JWK> next) {
        var set = new JWKSet(next);
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "signing-keys", ".json"); // readable by its owner only
            Files.writeString(draft, set.toString(false));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return set;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
