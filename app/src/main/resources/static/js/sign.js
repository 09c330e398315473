/* Signs an IOU. The key is made here, cannot be taken out of the browser, and is gone with the page;
   only its public half and signatures leave. Old browsers run this too, so: no modules, no new
   syntax. Without what it takes the page keeps saying that this phone cannot sign here. */
(function () {
  'use strict';

  var form = document.querySelector('form[data-sign]');
  var subtle = window.crypto && window.crypto.subtle;
  if (!form || !subtle || !window.isSecureContext || !window.Promise || !window.fetch) { return; }

  var ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };
  var POINTS_MAX = 3000;
  var at = form.getAttribute('data-sign');
  var button = form.querySelector('button[type=submit]');
  var problem = form.querySelector('[data-problem]');
  var strokes = [];
  var points = 0;
  var pair = null;

  document.querySelector('[data-cannot]').hidden = true;
  form.hidden = false;

  function base64(buffer) {
    return btoa(String.fromCharCode.apply(null, new Uint8Array(buffer)));
  }

  function bytes(text) {
    var plain = atob(text);
    var array = new Uint8Array(plain.length);
    for (var i = 0; i < plain.length; i++) { array[i] = plain.charCodeAt(i); }
    return array;
  }

  /* the drawing: lines on a grid of 1000 by 1000, as few points as show the hand */
  var canvas = form.querySelector('[data-pad]');
  var pen = canvas.getContext('2d');
  var hint = form.querySelector('[data-hint]');
  var stroke = null;

  function paint() {
    var box = canvas.getBoundingClientRect();
    var scale = window.devicePixelRatio || 1;
    canvas.width = Math.round(box.width * scale);
    canvas.height = Math.round(box.height * scale);
    pen.lineWidth = 3 * scale;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    pen.strokeStyle = window.getComputedStyle(canvas).color;
    strokes.forEach(function (line) {
      pen.beginPath();
      line.forEach(function (point, i) {
        var x = point[0] * canvas.width / 1000;
        var y = point[1] * canvas.height / 1000;
        if (i === 0) { pen.moveTo(x, y); }
        pen.lineTo(x, y);
      });
      pen.stroke();
    });
    hint.hidden = strokes.length > 0;
  }

  function add(event) {
    var box = canvas.getBoundingClientRect();
    var x = Math.max(0, Math.min(1000, Math.round((event.clientX - box.left) * 1000 / box.width)));
    var y = Math.max(0, Math.min(1000, Math.round((event.clientY - box.top) * 1000 / box.height)));
    var last = stroke[stroke.length - 1];
    if (points < POINTS_MAX && (!last || Math.abs(last[0] - x) + Math.abs(last[1] - y) > 6)) {
      stroke.push([x, y]);
      points++;
      paint();
    }
  }

  function down(event) {
    event.preventDefault();
    stroke = [];
    strokes.push(stroke);
    add(event);
  }

  function move(event) {
    if (stroke) { event.preventDefault(); add(event); }
  }

  function up() { stroke = null; }

  function touched(run) {
    return function (event) {
      event.preventDefault();
      run({ clientX: event.touches[0].clientX, clientY: event.touches[0].clientY,
        preventDefault: function () { /* done above */ } });
    };
  }

  if (window.PointerEvent) {
    canvas.addEventListener('pointerdown', down);
    canvas.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', up);
  } else {
    canvas.addEventListener('mousedown', down);
    canvas.addEventListener('mousemove', move);
    window.addEventListener('mouseup', up);
    canvas.addEventListener('touchstart', touched(down));
    canvas.addEventListener('touchmove', touched(move));
    canvas.addEventListener('touchend', up);
  }
  window.addEventListener('resize', paint);
  form.querySelector('[data-clear]').addEventListener('click', function () {
    strokes = [];
    points = 0;
    paint();
  });
  paint();

  function drawn() {
    return strokes
      .filter(function (line) { return line.length > 0; })
      .map(function (line) {
        return line.map(function (point) { return point.join(','); }).join(' ');
      })
      .join(';');
  }

  /* two posts: what is to be signed, then the signature */
  function post(path, fields) {
    fields._csrf = form.querySelector('[name=_csrf]').value;
    var body = Object.keys(fields)
      .map(function (name) { return name + '=' + encodeURIComponent(fields[name]); })
      .join('&');
    return window.fetch(at + path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Accept': 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: body
    }).then(function (answer) {
      return answer.json().then(function (json) {
        if (!answer.ok) { throw json; }
        return json;
      });
    });
  }

  function key() {
    if (pair) { return Promise.resolve(pair); }
    return Promise.resolve(subtle.generateKey(ALGORITHM, false, ['sign', 'verify']))
      .then(function (made) { pair = made; return made; });
  }

  function sign() {
    return key()
      .then(function (made) { return subtle.exportKey('spki', made.publicKey); })
      .then(function (spki) {
        return post('/prepare', {
          shown: form.querySelector('[name=shown]').value,
          name: form.querySelector('[name=name]').value,
          agreed: form.querySelector('[name=agreed]').checked ? 'yes' : '',
          hand: drawn(),
          key: base64(spki)
        });
      })
      .then(function (begun) {
        return subtle
          .sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, bytes(begun.toSign))
          .then(function (signature) {
            return post('/finish', { prepared: begun.prepared, signature: base64(signature) });
          });
      });
  }

  function say(text, code) {
    problem.textContent = text + (code ? ' ' + code : '');
    problem.hidden = false;
    if (code === 'HF-1113') {
      var again = document.createElement('a');
      again.href = at;
      again.textContent = form.getAttribute('data-reload');
      problem.appendChild(document.createTextNode(' '));
      problem.appendChild(again);
    }
  }

  function failed(why) {
    button.disabled = false;
    if (why && why.detail) {
      say(why.detail, why.code);
    } else {
      say(form.getAttribute('data-lost'), '');
    }
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    button.disabled = true;
    say(form.getAttribute('data-working'), '');
    sign()
      .catch(function (why) {
        if (!why || why.code !== 'HF-1114') { throw why; }
        say(form.getAttribute('data-again'), '');
        return sign();
      })
      .then(function () { window.location.replace(at); }, failed);
  });
}());
