package io.shopcare.platform.commands;

/**
 * The event that asks for a command. An aggregate remembers, per source, the last one it has answered.
 *
 * @param source   topic and aggregate, {@code topic/id}
 * @param sequence of the event in its source, from 1
 */
public record InboxEntry(String source, long sequence) {}
