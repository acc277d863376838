package io.shopcare.platform.servlet;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import io.shopcare.platform.ids.Ids;

/** A request whose body was read once and can be read again: by the fingerprint, and by the controller. */
final class RequestBody extends HttpServletRequestWrapper {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final byte[] body;

    RequestBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** The same for bodies that say the same: order of members and white space do not count. */
    String fingerprint() {
        try {
            var value = CANONICAL.readValue(body, Object.class);
            return Ids.digest(CANONICAL.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            return Ids.digest(new String(body, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException("the body is in memory", e);
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        var in = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return in.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return in.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return in.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("requests are read by blocking threads");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
