/** What stands beside the chat: the customer and their orders, each part on its own. */
@NullMarked
package io.shopcare.presale.beside;

import org.jspecify.annotations.NullMarked;
