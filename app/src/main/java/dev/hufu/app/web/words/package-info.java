/**
 * What the pages say, as constants: {@code Wording} demands both languages, so no sentence can be
 * missing in one of them, and a template that names a sentence that does not exist does not
 * compile. Verb first, one action a line, what was seen and never what somebody is.
 */
@NullMarked
package dev.hufu.app.web.words;

import org.jspecify.annotations.NullMarked;
