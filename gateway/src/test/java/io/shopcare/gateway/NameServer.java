package io.shopcare.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;

/** Answers every question for an IPv4 address with these, and says that they hold for ten minutes, as Docker's does. */
final class NameServer implements AutoCloseable {
    private static final int TEN_MINUTES = 600;
    private static final int HEADER = 12;

    private final DatagramSocket socket;
    private volatile List<InetAddress> addresses = List.of();

    NameServer() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.startVirtualThread(this::serve);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    void answers(InetAddress... now) {
        addresses = List.of(now);
    }

    private void serve() {
        try {
            while (!socket.isClosed()) {
                var asked = new DatagramPacket(new byte[512], 512);
                socket.receive(asked);
                var answer = answer(ByteBuffer.wrap(asked.getData(), 0, asked.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
            }
        } catch (IOException e) {
            if (!socket.isClosed())
                throw new UncheckedIOException(e);
        }
    }

    private byte[] answer(ByteBuffer query) {
        int end = HEADER;
        while (query.get(end) != 0)
            end += query.get(end) + 1;
        boolean ofFourBytes = query.getShort(end + 1) == 1;
        var found = ofFourBytes ? addresses : List.<InetAddress>of();
        var question = new byte[end + 5 - HEADER];
        query.get(HEADER, question);
        var answer = ByteBuffer.allocate(HEADER + question.length + 16 * found.size());
        answer.putShort(query.getShort(0)).putShort((short) 0x8180).putShort((short) 1).putShort((short) found.size())
                .putInt(0).put(question);
        for (var address : found)
            answer.putShort((short) 0xC00C).putShort((short) 1).putShort((short) 1).putInt(TEN_MINUTES)
                    .putShort((short) 4).put(address.getAddress());
        return answer.array();
    }

    @Override
    public void close() {
        socket.close();
    }
}
