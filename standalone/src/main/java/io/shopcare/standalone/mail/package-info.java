/** The mail box of the local stack: takes what is sent by SMTP and shows it. */
@NullMarked
package io.shopcare.standalone.mail;

import org.jspecify.annotations.NullMarked;
