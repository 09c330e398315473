/* Small additions to pages that work without them: copy, read aloud, remaining time, pictures
   before they are sent, leave. Old browsers run this too, so: no modules, no new syntax. */
(function () {
  'use strict';

  function each(root, selector, run) {
    Array.prototype.forEach.call(root.querySelectorAll(selector), run);
  }

  function word(button, text) {
    var place = button.querySelector('[data-word]') || button;
    if (!button.getAttribute('data-was')) { button.setAttribute('data-was', place.textContent); }
    place.textContent = text === null ? button.getAttribute('data-was') : text;
  }

  /* copy: the new way where there is one, else select and ask the browser */
  function copyText(source) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(source.textContent);
    }
    var range = document.createRange();
    range.selectNodeContents(source);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand('copy') ? Promise.resolve() : Promise.reject(new Error('copy'));
  }

  function onCopy(button) {
    var source = button.parentNode.parentNode.querySelector('.say__text');
    copyText(source).then(function () {
      word(button, document.body.getAttribute('data-copied'));
      window.setTimeout(function () { word(button, null); }, 2000);
    }, function () { /* the sentence stays selected, so it can be copied by hand */ });
  }

  /* read aloud, in the page's language, slowly */
  function onRead(button) {
    if (window.speechSynthesis.speaking) {
      window.speechSynthesis.cancel();
      word(button, null);
      return;
    }
    var lines = [];
    each(document, button.getAttribute('data-read'), function (element) {
      lines.push(element.textContent.replace(/\s+/g, ' '));
    });
    var speech = new SpeechSynthesisUtterance(lines.join('。'));
    speech.lang = document.documentElement.lang;
    speech.rate = 0.9;
    speech.onend = function () { word(button, null); };
    word(button, document.body.getAttribute('data-stop'));
    window.speechSynthesis.speak(speech);
  }

  /* remaining time, once a minute; the absolute time stands before it and stays */
  function left(element) {
    var zh = document.documentElement.lang.indexOf('zh') === 0;
    var minutes = Math.ceil((Date.parse(element.getAttribute('data-until')) - Date.now()) / 60000);
    if (minutes <= 0) {
      element.textContent = element.getAttribute('data-over');
      return;
    }
    var days = Math.floor(minutes / 1440);
    var hours = Math.floor(minutes % 1440 / 60);
    var parts = [];
    if (days) { parts.push(days + (zh ? ' 天' : ' d')); }
    if (hours) { parts.push(hours + (zh ? ' 小时' : ' h')); }
    if (minutes % 60 && !days) { parts.push(minutes % 60 + (zh ? ' 分钟' : ' min')); }
    element.textContent = element.getAttribute('data-left').replace('{0}', parts.join(' '));
  }

  /* pictures that are about to be sent: drawn small on a canvas, which needs no foreign address */
  function preview(input) {
    var form = input.form;
    var list = form && form.querySelector('[data-shots]');
    if (!list) { return; }
    list.textContent = '';
    list.hidden = input.files.length === 0;
    Array.prototype.forEach.call(input.files, function (file, index) {
      var item = document.createElement('li');
      list.appendChild(item);
      if (window.createImageBitmap) {
        window.createImageBitmap(file).then(function (bitmap) {
          var canvas = document.createElement('canvas');
          canvas.width = 96;
          canvas.height = Math.min(144, Math.round(96 * bitmap.height / bitmap.width));
          canvas.getContext('2d').drawImage(bitmap, 0, 0, 96, 96 * bitmap.height / bitmap.width);
          item.insertBefore(canvas, item.firstChild);
        }, function () { /* not a picture: the server says so in words */ });
      }
      item.appendChild(document.createTextNode((index + 1) + '. ' + file.name));
    });
  }

  function dropping(zone) {
    var input = zone.querySelector('input[type=file]');
    input.addEventListener('change', function () { preview(input); });
    ['dragenter', 'dragover'].forEach(function (kind) {
      zone.addEventListener(kind, function () { zone.classList.add('is-over'); });
    });
    ['dragleave', 'drop'].forEach(function (kind) {
      zone.addEventListener(kind, function () { zone.classList.remove('is-over'); });
    });
  }

  /* a screenshot in the clipboard goes where screenshots go */
  function pasted(event) {
    var input = document.querySelector('[data-drop] input[type=file]');
    var files = event.clipboardData && event.clipboardData.files;
    if (!input || !files || !files.length || typeof DataTransfer !== 'function') { return; }
    var all = new DataTransfer();
    Array.prototype.forEach.call(input.files, function (file) { all.items.add(file); });
    Array.prototype.forEach.call(files, function (file) { all.items.add(file); });
    input.files = all.files;
    preview(input);
    event.preventDefault();
  }

  /* a file in the editor: numbers follow the lines, and a problem leads to its line */
  function numbering(code) {
    var text = code.querySelector('textarea');
    var numbers = code.querySelector('[data-numbers]');
    if (!text || !numbers) { return; }
    text.addEventListener('input', function () {
      var lines = text.value.split('\n').length + 6;
      while (numbers.children.length < lines) {
        var next = document.createElement('span');
        next.textContent = String(numbers.children.length + 1);
        numbers.appendChild(next);
      }
      while (numbers.children.length > lines) { numbers.removeChild(numbers.lastChild); }
      text.rows = lines;
    });
  }

  function onLine(link) {
    var text = document.getElementById('content');
    var line = Number(link.getAttribute('data-line'));
    var before = text.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(before, before);
  }

  /* a file on the log page: its digest is taken here, so that the file need not be sent */
  function hashing(form) {
    var subtle = window.isSecureContext && window.crypto && window.crypto.subtle;
    var input = form.querySelector('input[type=file]');
    if (!subtle || !window.FileReader) { return; }
    var lead = document.querySelector('[data-hash-lead]');
    lead.textContent = lead.getAttribute('data-hash-lead');
    input.addEventListener('change', function () {
      if (!input.files.length) { return; }
      var reader = new FileReader();
      form.querySelector('[data-hash-name]').textContent = input.files[0].name;
      reader.onload = function () {
        subtle.digest('SHA-256', reader.result).then(function (digest) {
          var hex = '';
          Array.prototype.forEach.call(new Uint8Array(digest), function (byte) {
            hex += (byte < 16 ? '0' : '') + byte.toString(16);
          });
          window.location.href = form.getAttribute('action') + '?digest=' + hex + '#result';
        });
      };
      reader.readAsArrayBuffer(input.files[0]);
    });
  }

  /* what this machine's clock says goes along with a file, so that the difference can be noted */
  function clocked(form) {
    form.addEventListener('submit', function () {
      form.querySelector('input[name=clock]').value = String(new Date().getTime());
    });
  }

  /* leave: the page is replaced and its forms emptied, so going back shows nothing */
  function onLeave(event, link) {
    event.preventDefault();
    Array.prototype.forEach.call(document.forms, function (form) {
      each(form, 'textarea, input:not([type=hidden])', function (field) {
        if (field.type === 'radio') { field.checked = false; } else { field.value = ''; }
      });
    });
    window.location.replace(link.href);
  }

  /* a text that was edited is kept when the page is left; without script there is a button */
  each(document, 'textarea[data-keep]', function (text) {
    var kept = text.defaultValue;
    if (!navigator.sendBeacon) { return; }
    /* a download keeps the text and leaves the page as it is: editing goes on */
    text.form.addEventListener('submit', function () { kept = text.value; });
    window.addEventListener('pagehide', function () {
      if (text.value === kept) { return; }
      var parts = ['do=keep'];
      each(text.form, 'input[name],textarea[name]', function (field) {
        parts.push(encodeURIComponent(field.name) + '=' + encodeURIComponent(field.value));
      });
      navigator.sendBeacon(text.form.action,
        new Blob([parts.join('&')], { type: 'application/x-www-form-urlencoded' }));
    });
  });

  document.addEventListener('click', function (event) {
    var target = event.target.closest ? event.target.closest('[data-copy],[data-read],[data-print],[data-line],[data-leave]') : null;
    if (!target) { return; }
    if (target.hasAttribute('data-copy')) { onCopy(target); }
    else if (target.hasAttribute('data-read')) { onRead(target); }
    else if (target.hasAttribute('data-print')) { window.print(); }
    else if (target.hasAttribute('data-line')) { onLine(target); }
    else { onLeave(event, target); }
  });

  each(document, '[data-copy],[data-print]', function (button) { button.hidden = false; });
  if (window.speechSynthesis && window.SpeechSynthesisUtterance) {
    each(document, '[data-read]', function (button) { button.hidden = false; });
  }
  each(document, '[data-drop]', dropping);
  each(document, '[data-code]', numbering);
  each(document, '[data-hash]', hashing);
  each(document, '[data-clock]', clocked);
  document.addEventListener('paste', pasted);
  var clocks = document.querySelectorAll('[data-until]');
  if (clocks.length) {
    var tick = function () { Array.prototype.forEach.call(clocks, left); };
    tick();
    window.setInterval(tick, 60000);
  }
  var wrong = document.querySelector('[data-focus]');
  if (wrong) { wrong.focus(); }
}());
