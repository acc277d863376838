package io.shopcare.presale.live;

import org.springframework.stereotype.Component;

import io.shopcare.presale.conversations.ConversationViews;
import io.shopcare.presale.conversations.Conversations;
import io.shopcare.presale.conversations.Messages;
import io.shopcare.presale.conversations.WaitingLine;

/** From where a socket is served. */
@Component
record LiveSources(Conversations conversations, Messages messages, WaitingLine line, ConversationViews views) {}
